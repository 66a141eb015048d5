from __future__ import annotations

from msgspec.structs import replace

from tocsin.attribute.matrix import Cell, Column, matrix
from tocsin.model.knowledge import Knowledge, Notice, Tactic, Technique

KNOWN = Knowledge(
    Notice("", ""), None, "",
    techniques=(
        Technique(id="T1566", name="Phishing", tactics=("initial-access",)),
        Technique(id="T1566.002", name="Link", tactics=("initial-access",)),
        Technique(id="T1078", name="Valid Accounts", tactics=("persistence", "initial-access")),
        Technique(id="T1598", name="Phishing for Information", tactics=("reconnaissance",)),
    ),
    tactics=(
        Tactic(id="TA0043", name="Reconnaissance", short="reconnaissance"),
        Tactic(id="TA0001", name="Initial Access", short="initial-access"),
        Tactic(id="TA0003", name="Persistence", short="persistence"),
    ),
)  # fmt: skip
SEEN = [("T1598", 1), ("T1566.002", 3), ("T1078", 2), ("T9999", 1)]


def test_techniques_stand_below_their_tactics_in_the_order_of_the_matrix() -> None:
    valid = Cell("T1078", "Valid Accounts", 2)
    assert matrix(SEEN, KNOWN) == (
        Column("Reconnaissance", (Cell("T1598", "Phishing for Information", 1),)),
        Column("Initial Access", (valid, Cell("T1566.002", "Phishing: Link", 3))),
        Column("Persistence", (valid,)),
        Column("", (Cell("T9999", "", 1),)),
    )


def test_a_copy_without_tactics_gives_their_short_names_in_their_order() -> None:
    columns = matrix(SEEN, replace(KNOWN, tactics=()))
    assert [one.tactic for one in columns] == ["initial access", "persistence", "reconnaissance", ""]


def test_without_a_copy_there_are_ids_only() -> None:
    (column,) = matrix(SEEN, None)
    assert column.tactic == ""
    assert [(one.id, one.name) for one in column.cells] == [(name, "") for name, _ in sorted(SEEN)]
    assert matrix([], KNOWN) == ()
