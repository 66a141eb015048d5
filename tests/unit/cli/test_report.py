from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from inspect import getsource
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.fixtures import scanned

from tocsin.cli.digest import Digest
from tocsin.cli.report import dangers_of, render
from tocsin.identify.advice import ADVICE, LAST, steps_now
from tocsin.identify.habits import broken_habits
from tocsin.identify.lookalike import Resemblance
from tocsin.model.verdict import Class, Danger
from tocsin.render.findings import shown_findings
from tocsin.render.html import numbers
from tocsin.render.labels import REASONS_TOLD, explanation, loudest, told
from tocsin.render.words import Words

WHEN = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)
GOLDEN = Path(__file__).parents[2] / "golden" / "report.html"


def _first(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def report() -> str:
    return render(scanned.digest(), "Harbour Campaign (synthetic)", "en", WHEN)


@pytest.fixture(scope="module")
def page(report: str) -> LexborHTMLParser:
    return LexborHTMLParser(report)


def test_the_report_is_as_it_was_reviewed(report: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(report, "utf-8")
    assert report == GOLDEN.read_text("utf-8"), "look at the difference; UPDATE_GOLDEN=1 accepts it"


def test_nothing_a_sender_wrote_becomes_markup(page: LexborHTMLParser) -> None:
    assert not page.css("script, img, iframe, object, embed, link, form, a, base, button")
    handlers = [name for node in page.css("*") for name in node.attributes if name.startswith("on")]
    assert handlers == []


def test_nothing_is_loaded_from_anywhere(page: LexborHTMLParser, report: str) -> None:
    assert not page.css("[src], [href], [srcset], [style]")
    style = page.css_first("style")
    assert style is not None
    assert "url(" not in style.text()
    assert "@import" not in style.text()
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert (policy.attributes["content"] or "").startswith("default-src 'none'; style-src 'sha256-")


def test_no_link_of_a_message_can_be_followed(report: str) -> None:
    assert "https://mail.example" not in report
    assert "hxxps://mail[.]example" in report
    assert "login[.]attacker[.]test" in report


def test_what_turns_direction_is_named_instead_of_obeyed(report: str) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", report)
    assert "[U+202E]gpj.exe" in report


def test_both_languages_are_whole_and_marked(page: LexborHTMLParser) -> None:
    sections = {node.attributes["lang"]: node for node in page.css("main")}
    assert {lang: node.attributes["dir"] for lang, node in sections.items()} == {"en": "ltr", "ar": "rtl"}
    assert len({len(node.css("article")) for node in sections.values()}) == 1
    assert "This is very likely to be an attack: 93 %." in sections["en"].text()
    assert "من المرجح جدًا أن تكون هذه الرسالة هجومًا: 93 %." in sections["ar"].text()


def test_the_chosen_language_comes_first_to_the_eye() -> None:
    page = LexborHTMLParser(render(Digest(), "", "ar", WHEN))
    chosen = page.css("input[checked]")
    assert [node.attributes["id"] for node in chosen] == ["choose-ar"]
    assert _first(page, "html").attributes["lang"] == "ar"


def test_technical_values_are_isolated_in_arabic(page: LexborHTMLParser) -> None:
    arabic = page.css_first("#ar")
    assert arabic is not None
    for date in ("2026-03-01 09:00:00 UTC", "2026-03-05 12:30 UTC", "T1656", "<it@attacker.test>", "box.mbox#2"):
        holders = [node for node in arabic.css("bdi") if node.text() in (date, f"ATT&CK {date}")]
        assert holders, date
        assert {node.attributes.get("dir") for node in holders} == {"ltr"}, date


def test_evidence_is_marked_in_its_place(page: LexborHTMLParser) -> None:
    quote = page.css_first("#en blockquote")
    assert quote is not None
    assert _first(quote, "mark").text() == "hxxps://mail[.]example"
    assert quote.text() == "…please sign in at hxxps://mail[.]example by 2026-03-02 & tell nobody…"


def test_what_was_not_read_is_told(page: LexborHTMLParser) -> None:
    english = page.css_first("#en")
    assert english is not None
    assert "old/archive<b>.rar" in english.text()
    assert "this kind of archive is not opened" in english.text()


def test_a_clean_scan_promises_nothing() -> None:
    digest = Digest()
    digest.add(scanned.row(scanned.verdict(Class.CLEAN, 0.02, 0.01, (), ())))
    page = LexborHTMLParser(render(digest, "", "en", WHEN))
    english = page.css_first("#en")
    assert english is not None
    assert "No signs found; this is not proof of safety." in english.text()
    assert not english.css("article, .first")


def test_an_empty_scan_is_no_clean_bill() -> None:
    text = _first(LexborHTMLParser(render(Digest(), "", "en", WHEN)), "#en").text()
    assert "No message was judged." in text
    assert "not proof of safety.\n</p>\n<p class" not in text


def test_findings_with_evidence_come_first_and_good_signs_are_not_among_them() -> None:
    worst = scanned.digest().bad[0].verdict
    assert worst is not None
    found = (scanned.finding("wording", 3.0), *worst.findings)
    shown = shown_findings(scanned.verdict(findings=found), (), "en")
    assert [item.id for item in shown] == ["link-text-lies", "wording", "wording"]


def test_a_bad_message_always_has_advice() -> None:
    assert dangers_of(scanned.row(scanned.verdict(advice=()))) == (Danger.CONVERSATION,)
    assert set(ADVICE) == set(Danger) - {Danger.SPAM, Danger.NONE}


def test_steps_for_several_dangers_are_one_list() -> None:
    steps = steps_now((Danger.CREDENTIALS, Danger.CODE), "en")
    assert len(steps) == len(set(steps)) > 4
    assert steps[-1] == LAST["en"]


def test_signs_after_the_first_five_unfold_and_lose_nothing() -> None:
    findings = tuple(scanned.finding(f"check-{n}", weight=9 - n) for n in range(8))
    digest = Digest()
    digest.add(scanned.row(scanned.verdict(findings=findings)))
    main = LexborHTMLParser(render(digest, "", "en", WHEN)).css("main")[0]
    assert len(main.css(".finding")) == 8
    assert len(main.css("details .finding")) == 3
    assert [one.text() for one in main.css("summary")] == ["3 further signs"]
    assert [one.attributes["start"] for one in main.css("details ol")] == ["6"]


def test_a_good_sign_that_a_model_weighs_otherwise_comes_last() -> None:
    good, bad = scanned.finding("plain-personal", 3.0), scanned.finding("urgency", 0.2)
    assert [f.id for f in loudest((good, bad, scanned.finding("gift-cards", -1.0)))] == ["urgency", "plain-personal"]


def test_what_makes_a_host_look_alike_is_told_in_words() -> None:
    assert told("reason", "subdomain", Words("en")) == "put in front of another domain"
    assert told("reason", "subdomain", Words("ar")) == "وُضع أمام نطاق آخر"
    assert told("value", "subdomain", Words("en")) == ""
    kinds = set(re.findall(r"`([\w-]+)`", getsource(Resemblance)))
    assert kinds == {reason for reason in REASONS_TOLD if not reason.startswith("other-")}


def test_languages_habits_and_earlier_findings_are_told_in_words() -> None:
    habits = re.findall(r"`(\w+)`", (broken_habits.__doc__ or "").partition("Kinds:")[2])
    assert {f"other-{habit}" for habit in habits} == {one for one in REASONS_TOLD if one.startswith("other-")}
    assert told("usual_language", "fa", Words("ar")) == "الفارسية"
    assert told("findings", "urgency, gift-cards", Words("en")) == (
        f"{explanation('urgency', 'en')} {explanation('gift-cards', 'en')}"
    )


def test_a_telephone_number_in_arabic_is_one_isolated_piece() -> None:
    assert '<bdi dir="ltr">+970 2 123 4567</bdi>' in numbers("الاتصال على +970 2 123 4567 قبل 2024-06-01")
    assert '<bdi dir="ltr">2024-06-01</bdi>' in numbers("الاتصال على +970 2 123 4567 قبل 2024-06-01")
