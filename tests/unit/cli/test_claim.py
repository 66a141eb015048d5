"""The ledger of claims in the terminal."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.terminal import done, ids, passed, run
from tests.unit.formats.test_stix_claims import ACTOR, AGENCY, SAID, bundle, thing

SAY = ("claim", "add", "--says", "by", "--what", "Meridia (fictional)", "--on", "2024-08")


def test_claims_are_written_down_answered_and_struck(node: Path) -> None:
    (incident,) = ids(done("incident", "open", "Mails"), "incident")
    (first,) = ids(done(*SAY, "--speaker", "Harbour (synthetic)", "--as", "victim", "--about", incident), "claim")
    told = (*SAY, "--speaker", "A vendor", "--as", "vendor", "--ground", "shown", "--source-grade", "B")
    (second,) = ids(done(*told, "--confidence", "moderate", "--answers", first, "--how", "confirms"), "claim")
    listed = done("claim", "list", "--about", incident)
    assert first in listed
    assert second not in listed
    shown = done("claim", "show", first)
    assert "Harbour (synthetic)" in shown
    assert "Confirmed by 1 independent claim." in shown
    assert "confirms it on grounds of its own" in shown
    arabic = done("claim", "show", second, "--lang", "ar")
    assert "أدلة معروضة" in arabic
    assert "يؤكده هذا القول على أساس مستقل" in arabic
    done("claim", "answer", first, "--by", second, "--how", "contradicts")
    assert "Contradicted by 1 independent claim." in done("claim", "show", first)
    done("claim", "strike", second, "--reason", "Entered twice")
    assert "Entered twice" in done("claim", "show", second)
    assert run(*SAY, "--speaker", "x", "--as", "victim", "--answers", first).exit_code != 0


def test_claims_come_from_a_bundle(node: Path) -> None:
    neutral = thing("opinion", 7, opinion="neutral", object_refs=[SAID["id"]])
    file = node / "bundle.json"
    file.write_bytes(bundle(SAID, ACTOR, AGENCY, neutral))
    taken = passed("claim", "import", file)
    assert "1 claim is new." in taken.stdout
    assert "it is neutral" in taken.stderr
    assert "1 was known." in done("claim", "import", file)
    assert "North Bay Authority (fictional)" in done("claim", "list")
