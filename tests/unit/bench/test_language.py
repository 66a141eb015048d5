from __future__ import annotations

import pytest
from bench.lib.language import guess, of_message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Please tell us if you have the time to come with your friends", "en"),
        ("Bitte teilen Sie uns mit, ob Sie nicht mit Ihren Freunden kommen und wir werden warten", "de"),
        ("Você não precisa de mais nada, o seu pedido já está com os nossos amigos", "pt"),
        ("Le rapport est dans la boîte et nous avons une question pour vous", "fr"),
        ("El informe está en la mesa y los amigos se lo han dado a su hermana", "es"),
        ("يرجى قراءة التقرير قبل اجتماع يوم الأحد", "ar"),
        ("لطفاً گزارش را پیش از جلسه‌ی یکشنبه بخوانید", "fa"),
        ("נא לקרוא את הדוח לפני הישיבה ביום ראשון", "he"),
        ("Просим прочитать отчёт до собрания", "ru"),
        ("12345", "und"),
        ("", "und"),
    ],
)
def test_guess(text: str, code: str) -> None:
    assert guess(text) == code


def test_of_message_reads_encoded_html_without_its_style() -> None:
    raw = (
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        b"<style>the and you your to of</style><p>Bitte teilen Sie uns mit, ob Sie nicht kommen</p>"
    )
    assert of_message(raw) == "de"


def test_of_message_survives_an_unknown_charset_and_other_types() -> None:
    assert of_message(b"Content-Type: text/plain; charset=no-such\n\nthe and you your of") == "en"
    assert of_message(b"Content-Type: application/pdf\n\nthe and you your of") == "und"
