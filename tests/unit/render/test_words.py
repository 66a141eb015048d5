from __future__ import annotations

from tocsin.render.words import Words


def test_values_are_isolated_in_arabic() -> None:
    assert Words("ar").gettext("As of %(date)s.", date="2026-03-01") == "بتاريخ \u20682026-03-01\u2069."


def test_english_stays_free_of_marks_where_nothing_turns() -> None:
    assert Words("en").gettext("As of %(date)s.", date="2026-03-01") == "As of 2026-03-01."
    assert Words("en").gettext("As of %(date)s.", date="غدًا") == "As of \u2068غدًا\u2069."


def test_large_numbers_are_grouped() -> None:
    assert (
        Words("en").ngettext("%(n)s message judged.", "%(n)s messages judged.", 1_234_567)
        == "1,234,567 messages judged."
    )
