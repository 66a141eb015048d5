from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.text import Text

from tocsin.cli.lines import WIDTH, Lines, begins_right, console_of
from tocsin.render.words import Words

LONG = "كلمة " * 60
ISOLATED = f"بداية \u2068{'part ' * 60}\u2069 نهاية"


def printed(language: str, text: str, indent: int = 0, mark: str = "") -> list[str]:
    out = io.StringIO()
    Lines(console_of(out), Words(language)).line(text, indent=indent, mark=mark)
    return out.getvalue().splitlines()


def test_what_is_wrapped_stands_behind_its_mark() -> None:
    first, *rest = printed("en", "word " * 60, indent=2, mark="1. ")
    assert first.startswith("  1. word")
    assert rest
    assert all(line.startswith("     word") for line in rest)


def test_an_arabic_line_stands_at_the_right_edge() -> None:
    for line in printed("ar", LONG, indent=4, mark="- "):
        assert cell_len(line.rstrip("\n")) == WIDTH
        assert line.endswith("\u2069    ")


@pytest.mark.parametrize("text", [LONG, ISOLATED, "\u2069\u2069x", "\u2068" * 3])
def test_every_line_closes_what_it_opens(text: str) -> None:
    for line in printed("ar", text):
        depth = 0
        for sign in line:
            depth += (sign == "\u2068") - (sign == "\u2069")
            assert depth >= 0
        assert depth == 0


def test_a_foreign_line_stands_where_its_own_language_begins() -> None:
    out = io.StringIO()
    Lines(console_of(out), Words("en")).foreign(Text("hello\n\n12 سلام"), 2)
    left, blank, right = out.getvalue().splitlines()
    assert left.rstrip() == "  hello"
    assert not blank.strip()
    assert right.startswith(" " * 50)


@pytest.mark.parametrize(
    ("text", "is_right"), [("", False), ("123", False), ("a ب", False), ("1. ب a", True), ("שלום", True)]
)
def test_the_first_letter_says_where_a_text_begins(text: str, is_right: bool) -> None:
    assert begins_right(text) == is_right


def test_nothing_in_a_text_is_taken_as_markup() -> None:
    assert printed("en", "[bold]x[/bold] :smile:")[0].rstrip() == "[bold]x[/bold] :smile:"
