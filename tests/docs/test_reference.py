"""The reference is complete, and says what the code says."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import click
import pytest
from scripts.reference import FOLDER, PAGES
from scripts.reference.cli import EXIT_CODES, command, command_names
from scripts.reference.defect_texts import DEFECTS, UNREAD
from scripts.reference.defects import codes_in_source
from scripts.reference.example import with_example
from scripts.reference.figures import results
from scripts.reference.headline import headline, mail_table
from scripts.reference.jsonl import KEYS
from scripts.reference.readme import READMES, fill
from tests.docs.pages import ROOT

from tocsin.identify.check import all_checks
from tocsin.model.verdict import FACTS


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name](), "run `make docs`"


@pytest.mark.parametrize("name", READMES)
def test_generated_parts_of_the_readmes_are_up_to_date(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text == fill(text, READMES[name]), "run `make docs`"


def test_every_command_and_option_is_documented() -> None:
    page = (FOLDER / "cli.md").read_text(encoding="utf-8")
    for name in command_names():
        section = page.partition(f"## tocsin {name}\n")[2].partition("\n## ")[0]
        assert section, name
        for option in (p for p in command(name).params if isinstance(p, click.Option)):
            assert all(re.search(rf"{flag}(?![\w-])", section) for flag in option.opts), (name, option.opts)
            assert option.help, f"--{option.name} of {name} has no help"


def test_every_check_is_documented() -> None:
    page = (FOLDER / "checks.md").read_text(encoding="utf-8")
    missing = [name for name in all_checks() if f"### `{name}`\n" not in page]
    assert not missing


@pytest.mark.parametrize("texts", [DEFECTS, UNREAD], ids=["defects", "unread"])
def test_codes_are_documented_and_no_others(texts: dict[str, str]) -> None:
    assert codes_in_source(texts) == set(texts)


def test_every_key_of_a_row_is_documented() -> None:
    page = (FOLDER / "jsonl.md").read_text(encoding="utf-8")
    assert all(f"| `{key}` |" in page for key in KEYS)
    assert all(f"`{fact}`" in page for fact in FACTS)


def test_exit_codes_are_the_programs() -> None:
    from tocsin.cli import main, scan

    codes = {code for code, _ in EXIT_CODES}
    assert {str(scan.EXIT_CLEAN), str(scan.EXIT_FOUND), str(scan.EXIT_UNREAD), str(main.EXIT_BROKEN)} <= codes


def test_figures_without_results_are_shown_as_not_measured() -> None:
    assert {figure for _, figure, _ in headline({})} == {""}


def test_figures_are_shares_in_percent_with_their_interval_and_date() -> None:
    twins = {"value": 0.914, "low": 0.88, "high": 0.94}
    spear = {"date": "2026-03-03T10:00:00+00:00", "full": True, "all": {"twin_clean": twins}}
    assert ("twins", "91.4 % [88–94]", "2026-03-03") in headline({"spear": spear})


def test_a_short_run_is_called_one() -> None:
    speed = {"date": "2026-03-03T10:00:00+00:00", "full": False, "cpu_ms_per_message": {"rspamd": 3.2}}
    assert ("cpu-rspamd", "3.2 ms", "2026-03-03 (short run)") in headline({"speed-mail": speed})


def test_attacks_found_are_shown_beside_every_peer_and_the_yardstick() -> None:
    curve = {"curve": {"ham": {"recall_at_1_percent": {"value": 0.9, "low": 0.8, "high": 0.95}}}}
    mail = {"systems": {"tocsin": curve, "rspamd": None}, "header_only_artefact": curve["curve"]}
    rows = mail_table({"mail": mail}, "en").splitlines()[2:]
    assert [row.split(" | ")[:2] for row in rows] == [
        ["| Tocsin", "90 % [80–95]"],
        ["| Tocsin, fitted on one's own mail", "–"],
        ["| rspamd", "–"],
        ["| yardstick: structure of headers alone", "90 % [80–95]"],
    ]


def test_results_carry_their_date_and_machine() -> None:
    for result in results().values():
        assert re.match(r"\d{4}-\d\d-\d\dT", result["date"])
        assert result["machine"]["cpu"]


def test_the_example_of_the_readmes_does_not_change_with_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    today = with_example(text)
    monkeypatch.setattr("tocsin.cli.scan.now", lambda: datetime(2031, 5, 6, tzinfo=UTC))
    assert with_example(text) == today
    assert "2031" not in today
