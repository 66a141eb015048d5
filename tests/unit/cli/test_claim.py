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


def test_in_no_language_is_an_isolate_told_as_if_others_had_put_it_there(node: Path) -> None:
    (incident,) = ids(done("incident", "open", "رسائل mails"), "incident")
    (case,) = ids(done("case", "open", "قضية case", "--incident", incident), "case")
    (quay,) = ids(done("case", "join", case, "Quay"), "participant")
    done("case", "restrict", case, incident, "--only", quay)
    first_words = (*SAY, "--speaker", "حملة Harbour", "--as", "victim", "--confidence", "no doubt", "--about", case)
    (first,) = ids(done(*first_words), "claim")
    file = node / "bundle.json"
    file.write_bytes(bundle(SAID, ACTOR, AGENCY, thing("opinion", 7, opinion="neutral", object_refs=[SAID["id"]])))
    commands = (
        ("claim", "import", file, "--about", case), ("claim", "import", file, "--about", incident),
        ("claim", "list"), ("claim", "show", first), ("case", "show", case), ("case", "list"), ("case", "tasks"),
        ("incident", "list"), ("incident", "show", incident), ("mail", "queue"), ("log", "list"), ("operation", "list"),
        ("assess", "list"), ("person", "list"), ("receive", "list"),
    )  # fmt: skip
    tried = 0
    for command in commands:
        for language in ("en", "ar"):
            result = run(*command, "--lang", language)
            assert "[U+206" not in result.stdout + result.stderr, command
            tried += result.exit_code == 0
    assert tried >= 20
    assert "\u2068حملة Harbour\u2069" in done("claim", "list", "--lang", "ar"), "a name is isolated"


def test_what_a_speaker_is_called_turns_nothing_in_the_terminal(node: Path) -> None:
    hostile = "Har\u202ebour\x1b[2J"
    (made,) = ids(done(*SAY, "--speaker", hostile, "--as", "victim", "--confidence", hostile), "claim")
    for text in (done("claim", "list"), done("claim", "show", made, "--lang", "ar")):
        assert "\u202e" not in text
        assert "\x1b" not in text
        assert "[U+202E]" in text


def test_what_is_known_is_tied_by_importing_it_again_or_by_hand(node: Path) -> None:
    incidents = [ids(done("incident", "open", name), "incident")[0] for name in ("One", "Two")]
    file = node / "bundle.json"
    file.write_bytes(bundle(SAID, ACTOR, AGENCY))
    done("claim", "import", file)
    assert "1 of them is now about it." in done("claim", "import", file, "--about", incidents[0])
    claim = done("claim", "list", "--about", incidents[0]).split()[0]
    done("claim", "tie", claim, "--about", incidents[1])
    assert claim in done("claim", "list", "--about", incidents[1])
