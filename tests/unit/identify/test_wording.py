"""Whose words a phrase is, and whether it is asked or warned against."""

from __future__ import annotations

import pytest

from tocsin.formats.mime import parse
from tocsin.identify.check import Check, Hit
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.phrases import Phrases
from tocsin.identify.wording import asked, begins_line, begins_text, said, several, together
from tocsin.model.verdict import Weight


def _mail(text: str) -> Mail:
    return Mail(parse(message(text=text).raw))


def _hits(mail: Mail, *phrases: str) -> list[Hit]:
    body = mail.body
    found = []
    for phrase in phrases:
        start = body.content.index(phrase)
        found.append(Hit("en", body.span(start, start + len(phrase)), phrase))
    return found


def test_a_quotation_is_not_the_senders_word() -> None:
    mail = _mail("I disagree.\n\n> send your password\n")
    assert list(said(mail, _hits(mail, "send your password"))) == []


def test_what_stands_below_an_earlier_message_is_not_either() -> None:
    mail = _mail("I disagree.\n\nOn Monday, Ada Writer wrote:\nsend your password\n")
    assert list(said(mail, _hits(mail, "send your password"))) == []


def test_the_same_wording_counts_once() -> None:
    mail = _mail("Send it. SEND IT.")
    assert len(list(said(mail, _hits(mail, "Send it", "SEND IT")))) == 1


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We will never ask: send your password.", "send your password"),
        ("لا نطلب منكم إرسال كلمة المرور", "إرسال كلمة المرور"),
        ("هرگز رمز عبور خود را ارسال کنید", "رمز عبور خود را ارسال کنید"),
        ("Geben Sie diesen Code niemals weiter.", "Geben Sie diesen Code"),
        ("Nunca envíe su contraseña", "envíe su contraseña"),
    ],
)
def test_a_warning_is_no_request(text: str, phrase: str) -> None:
    mail = _mail(text)
    assert list(asked(mail, _hits(mail, phrase))) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("If you do not confirm your account today it is closed.", "confirm your account"),
        ("Do not wait. Send your password.", "Send your password"),
        ("Clique no link e informe sua senha", "informe sua senha"),
        ("Wenn Sie nicht Ihr Konto bestätigen, wird es gesperrt.", "Konto bestätigen"),
    ],
)
def test_a_condition_and_another_sentence_are_no_warning(text: str, phrase: str) -> None:
    mail = _mail(text)
    assert len(list(asked(mail, _hits(mail, phrase)))) == 1


def test_several_asks_for_different_wordings() -> None:
    mail = _mail("act now and no risk")
    assert list(several(mail, _hits(mail, "act now"), 2)) == []
    assert len(list(several(mail, _hits(mail, "act now", "no risk"), 2))) == 2


def test_where_a_greeting_stands() -> None:
    mail = _mail("News\n Dear customer, a dear friend came.")
    greeting, friend = _hits(mail, "Dear customer", "dear friend")
    assert begins_line(mail, greeting)
    assert not begins_line(mail, friend)
    assert not begins_text(mail, greeting)
    assert begins_text(mail, _hits(mail, "News")[0])


def _of_kinds(mail: Mail, **phrases: str) -> list[Hit]:
    body = mail.body
    starts = {kind: body.content.index(phrase) for kind, phrase in phrases.items()}
    return [
        Hit(f"{kind}.en", body.span(starts[kind], starts[kind] + len(phrase)), phrase)
        for kind, phrase in phrases.items()
    ]


def test_a_claim_and_a_demand_count_together_only() -> None:
    mail = _mail("We found a leak. Please run the tool.")
    hits = _of_kinds(mail, claim="a leak", ask="run the tool")
    assert [piece.facts["phrase"] for piece in together(mail, hits, "claim", "ask")] == ["a leak", "run the tool"]
    assert not list(together(mail, hits[:1], "claim", "ask"))


def test_a_demand_that_is_warned_against_makes_nothing_whole() -> None:
    mail = _mail("We found a leak. Please never run the tool.")
    assert not list(together(mail, _of_kinds(mail, claim="a leak", ask="run the tool"), "claim", "ask"))


def test_what_stands_far_apart_does_not_belong_together() -> None:
    mail = _mail("We found a leak. " + "Nothing else. " * 9 + "Please run the tool.")
    hits = _of_kinds(mail, claim="a leak", ask="run the tool")
    assert list(together(mail, hits, "claim", "ask"))
    assert not list(together(mail, hits, "claim", "ask", near=100))


def _read(text: str, **phrases: str) -> tuple[Mail, list[Hit]]:
    """The message, and what the engine that reads all phrases finds in it."""
    groups = {group.replace("_", "."): (phrase,) for group, phrase in phrases.items()}
    probe = Check("probe", Weight.NONE, {}, lambda mail, context, hits: (), list, list, phrases=groups)
    mail = _mail(text)
    hits = Phrases.of({"probe": probe}).scan(mail.body.folded, mail.body.part, mail.body.layer)
    return mail, hits.get("probe", [])


FILLER = {"en": "The meeting is on Monday at ten. " * 35, "ar": "الاجتماع يوم الاثنين في العاشرة. " * 35}
DECOYS = [
    pytest.param("en", "We will never ask you to send your password. ", "send your password", id="en-warned"),
    pytest.param("en", "Hello.\n> send your password\n", "send your password", id="en-quoted"),
    pytest.param("ar", "لا نطلب منكم إرسال كلمة المرور. ", "إرسال كلمة المرور", id="ar-warned"),
    pytest.param("ar", "مرحبًا.\n> إرسال كلمة المرور\n", "إرسال كلمة المرور", id="ar-quoted"),
]


@pytest.mark.parametrize(("lang", "decoy", "phrase"), DECOYS)
@pytest.mark.parametrize("between", [0, 1, 8])
@pytest.mark.parametrize("times", [1, 40])
def test_a_decoy_does_not_hide_the_request_behind_it(
    lang: str, decoy: str, phrase: str, between: int, times: int
) -> None:
    text = f"{decoy * times}{FILLER[lang] * between}\n{phrase}"
    mail, hits = _read(text, **{lang: phrase})
    assert [piece.span.start for piece in asked(mail, hits) if piece.span] == [text.rindex(phrase)]


@pytest.mark.parametrize(
    ("lang", "decoy", "claim", "ask"),
    [
        ("en", "Never run the tool that a stranger sends. ", "we found a leak", "run the tool"),
        ("ar", "لا تقم بتشغيل الأداة. ", "وجدنا تسريبًا", "تشغيل الأداة"),
    ],
)
def test_a_decoy_does_not_part_what_stands_together(lang: str, decoy: str, claim: str, ask: str) -> None:
    text = f"{decoy}{FILLER[lang]}\n{claim}. {ask}"
    mail, hits = _read(text, **{f"claim_{lang}": claim, f"ask_{lang}": ask})
    found = [piece.span.start for piece in together(mail, hits, "claim", "ask", near=200) if piece.span]
    assert found == [text.rindex(claim), text.rindex(ask)]


@pytest.mark.parametrize(("lang", "first", "second"), [("en", "act now", "no risk"), ("ar", "بادر الآن", "بلا مخاطرة")])
def test_a_quoted_decoy_does_not_lower_the_count(lang: str, first: str, second: str) -> None:
    text = f"Hello.\n> {first}\n> {second}\n{FILLER[lang]}\n{first}, {second}"
    mail, hits = _read(text, **{f"a_{lang}": first, f"b_{lang}": second})
    assert len(list(several(mail, hits, 2))) == 2
