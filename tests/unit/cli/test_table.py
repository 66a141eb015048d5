from __future__ import annotations

import io
from datetime import UTC, datetime

from rich.cells import cell_len
from tests.fixtures import scanned

from tocsin.cli.digest import Digest
from tocsin.cli.lines import WIDTH
from tocsin.cli.table import print_table
from tocsin.model.verdict import Class
from tocsin.render.words import Words

WHEN = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)


def shown(digest: Digest, language: str = "en", low: Class = Class.UNWANTED) -> str:
    out = io.StringIO()
    print_table(digest, low, Words(language), WHEN, out)
    return out.getvalue()


def test_it_names_verdict_sender_subject_signs_and_path() -> None:
    text = shown(scanned.digest())
    for part in (
        "Malicious",
        "97 %",
        "it@attacker.test",
        "What a link says it opens",
        "inbox/cur/1767.eml",
        "You have won",
    ):
        assert part in text, part


def test_it_closes_with_counts_caution_date_and_what_was_not_read() -> None:
    text = shown(scanned.digest())
    assert "16 messages judged." in text
    assert "Malicious: 1 · Suspicious: 2 · Unwanted: 1 · No signs found: 12" in text
    assert '"No signs found" is not proof of safety.' in text
    assert "As of 2026-03-05 12:30 UTC." in text
    assert "1 item was not read:" in text
    assert "this kind of archive is not opened" in text
    assert "unpack it, give the folder" in text


def test_where_nothing_bad_was_found_the_caution_is_the_verdict() -> None:
    digest = Digest()
    digest.add(scanned.row(scanned.verdict(Class.CLEAN, 0.01, 0.0)))
    assert "No signs found; this is not proof of safety." in shown(digest)
    assert "لم نجد ما يثير الشبهة، وهذا ليس دليلًا على سلامة الرسالة." in shown(digest, "ar")


def test_no_row_is_wider_than_the_terminal_and_no_trick_gets_through() -> None:
    for language in ("en", "ar"):
        text = shown(scanned.digest(), language)
        assert max(cell_len(line) for line in text.splitlines()) <= WIDTH
        assert "\u202e" not in text
        assert "\x1b" not in text


def test_arabic_reads_from_the_right() -> None:
    head = shown(scanned.digest(), "ar").splitlines()[0]
    assert head.index("المُرسِل") < head.index("الحكم")
    assert "قُيِّمت \u206816\u2069 رسالة." in shown(scanned.digest(), "ar")


def test_isolates_are_closed_on_their_own_line() -> None:
    for line in shown(scanned.digest(), "ar").splitlines():
        assert line.count("\u2068") == line.count("\u2069"), line


def test_min_verdict_leaves_rows_out_of_the_table() -> None:
    assert "You have won" not in shown(scanned.digest(), low=Class.SUSPICIOUS)
    assert "dana@free.test" not in shown(scanned.digest(), low=Class.MALICIOUS)


def test_messages_beyond_the_table_are_counted_whole() -> None:
    """The digest keeps the worst only, so what it keeps is not what there is."""
    digest = Digest()
    for number in range(700):
        digest.add(scanned.row(scanned.verdict(), path=f"box.mbox#{number}"))
    assert "650 further messages are not shown here; the other formats have all." in shown(digest)
    assert "further" not in shown(scanned.digest())
