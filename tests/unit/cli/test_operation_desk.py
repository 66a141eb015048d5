"""Operations of the store in the terminal, and across organisations."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.terminal import done, ids, run

CERTIFICATE = "ab" * 32


def _hit(title: str, *more: str) -> str:
    """An incident of which a sandbox has shown two things."""
    (made,) = ids(done("incident", "open", title, "--tlp", "amber", *more), "incident")
    for kind, value in (("host", "login.evil.test"), ("certificate", CERTIFICATE)):
        done("operation", "fact", made, "--kind", kind, "--value", value, "--source", "a sandbox", *more)
    return made


def test_operations_are_listed_shown_cut_and_confirmed(node: Path) -> None:
    one, two = _hit("Letters"), _hit("رسائل")
    listed = done("operation", "list")
    (operation,) = ids(listed, "operation")
    assert "2 incidents" in listed
    assert "Influence: what is posted and published: Nothing is recorded yet." in listed
    shown = done("operation", "show", operation)
    for part in (one, two, "Letters", "رسائل", "login[.]evil[.]test", "the link joins them"):
        assert part in shown
    assert "[U+" not in shown, "isolates are there to be there"
    assert "شهادة TLS نفسها" in done("operation", "show", one, "--lang", "ar")
    done("operation", "tie", one, two, "--as", "cut", "--reason", "Only the hoster")
    assert "2 incidents belong with no other." in done("operation", "list")
    assert "decided on" in done("operation", "near", one)
    done("operation", "untie", one, two)
    assert ids(done("operation", "list"), "operation") == [operation]


def test_what_another_organisation_lets_be_compared_is_shown_without_a_name(home: Path) -> None:
    (mill,) = ids(done("store", "init", "--name", "Mill newsroom", "--kind", "newsroom"), "org")
    (centre,) = ids(done("store", "init", "--name", "Centre", "--kind", "centre"), "org")
    theirs, ours = ("--organisation", mill), ("--organisation", centre)
    _hit("Theirs alone", *theirs)
    one = _hit("Ours", *ours)
    assert ids(done("operation", "list", *ours), "operation") == []
    assert "Nobody else may compare them." in done("operation", "letting", *theirs)
    done("operation", "let", centre, "--up-to", "amber", *theirs)
    listed = done("operation", "list", *ours)
    assert "1 incident of organisations that let yours compare is counted too." in listed
    shown = done("operation", "show", one, *ours)
    assert "An incident of another organisation" in shown
    assert "Theirs alone" not in shown
    assert "Mill" not in shown
    done("operation", "let", centre, "--named", *theirs)
    assert f"{centre} TLP:AMBER named" in done("operation", "letting", *theirs)
    assert "Mill newsroom" in done("operation", "show", one, *ours)
    assert run("operation", "let", centre, "--up-to", "red", *theirs).exit_code != 0
    done("operation", "stop-letting", centre, *theirs)
    assert ids(done("operation", "list", *ours), "operation") == []
