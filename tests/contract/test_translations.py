"""Every message of the command line exists in Arabic; a missing, fuzzy or stale one is a failure."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tocsin.cli.i18n import Words
from tocsin.identify.advice import ADVICE, FIRST
from tocsin.model.sentence import LANGUAGES

SOURCE = Path(__file__).parents[2] / "src" / "tocsin"
PO = SOURCE / "locale" / "ar" / "LC_MESSAGES" / "tocsin.po"
METHODS = [("cli/templates/**.j2", "jinja2.ext:babel_extract"), ("**.py", "python")]
PLACEHOLDER = re.compile(r"%\(\w+\)s")
ARABIC = re.compile("[\u0621-\u064a]")


def _catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="ar")


def _messages() -> list[Message]:
    return [message for message in _catalogue() if message.id]


def _first(message_id: object) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]  # type: ignore[index]


def _forms(value: object) -> list[str]:
    return [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]


def _in_the_code() -> set[str]:
    found = extract_from_dir(str(SOURCE), method_map=METHODS)
    return {_first(message) for _, _, message, _, _ in found}


def test_every_message_of_the_code_is_in_the_catalogue_and_no_other() -> None:
    known = {_first(message.id) for message in _messages()}
    assert _in_the_code() == known


def test_none_is_fuzzy_or_empty() -> None:
    for message in _messages():
        assert not message.fuzzy, message.id
        assert all(form.strip() for form in _forms(message.string)), message.id


def test_plural_messages_have_the_six_arabic_forms() -> None:
    plural = [message for message in _messages() if message.pluralizable]
    assert plural
    assert {len(_forms(message.string)) for message in plural} == {6}
    assert _catalogue().num_plurals == 6


def test_placeholders_are_those_of_the_english() -> None:
    for message in _messages():
        expected = set(PLACEHOLDER.findall(_first(message.id)))
        for form in _forms(message.string):
            assert set(PLACEHOLDER.findall(form)) <= expected, message.id
        assert set(PLACEHOLDER.findall(_forms(message.string)[-1])) == expected, message.id


def test_they_are_arabic() -> None:
    for message in _messages():
        assert all(ARABIC.search(form) for form in _forms(message.string)), message.id


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    compiled = BytesIO()
    write_mo(compiled, _catalogue())
    assert PO.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run pybabel compile -i tocsin.po -o tocsin.mo"


@pytest.mark.parametrize(
    ("number", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (103, 3)]
)
def test_numbers_choose_their_form(number: int, form: int) -> None:
    message = next(m for m in _messages() if _first(m.id) == "%(n)s message judged.")
    shown = Words("ar").ngettext("%(n)s message judged.", "%(n)s messages judged.", number)
    assert shown == _forms(message.string)[form] % {"n": f"\u2068{number}\u2069"}


def test_advice_is_alike_in_both_languages() -> None:
    for steps in [FIRST, *(part for advice in ADVICE.values() for part in (advice.now, advice.after))]:
        assert set(steps) == set(LANGUAGES)
        assert len(steps["en"]) == len(steps["ar"])
        assert all(ARABIC.search(step) for step in steps["ar"])
        assert not any(ARABIC.search(step) for step in steps["en"])
