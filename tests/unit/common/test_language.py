"""Which language a text is in; an honest "" where that cannot be told."""

from __future__ import annotations

import pytest

from tocsin.common.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Please have a look at the notes that we will discuss with you", "en"),
        ("Bitte sehen Sie sich das an, wir haben es für Sie und nicht für den Rest", "de"),
        ("Merci de consulter votre dossier dans les plus brefs délais avec nous", "fr"),
        ("Por favor revise su cuenta para que el servicio no se detenga, es muy importante", "es"),
        ("Você não foi informado, clique para ver a sua conta com os dados", "pt"),
        ("يرجى الاطلاع على المذكرة التي أرسلناها إلى الفريق قبل الاجتماع", "ar"),
        ("لطفاً این پیام را برای همکاران ما در دفتر بفرستید که مهم است", "fa"),
        ("נא לעיין במסמך שנשלח אליכם לפני הפגישה", "he"),
        ("Пожалуйста, ознакомьтесь с документом до встречи", "ru"),
        ("12345 !!", ""),
        ("", ""),
        ("Zxcvb qwrtp lkjhg", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert guess_language(text) == language
