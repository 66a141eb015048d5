from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from bench import operations
from bench.lib import operations as made
from bench.lib import recurring


def test_the_generator_knows_nothing_of_what_groups() -> None:
    tree = ast.parse(Path(made.__file__).read_text("utf-8"))
    names = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [one.name for node in ast.walk(tree) if isinstance(node, ast.Import) for one in node.names]
    assert names
    assert not [name for name in names if str(name).split(".")[0] in ("tocsin", "bench")]


def test_a_world_is_the_same_whenever_it_is_made_and_has_what_makes_it_hard() -> None:
    world = made.make(7, 40)
    assert world == made.make(7, 40)
    assert world != made.make(8, 40)
    operations_of: dict[object, set[int]] = {}
    for one in world:
        for thing in (*(host for host, _ in one.links), one.headers, ("text", one.text[:30]), ("as", one.asn)):
            operations_of.setdefault(thing, set()).add(one.operation)
    shared = {thing for thing, several in operations_of.items() if len(several) > 1}
    assert any("freehost" in str(thing) for thing in shared), "hosts that many share and no list knows"
    assert any(thing in shared for thing in made.LISTED)
    assert any(str(thing).startswith("news.") for thing in shared), "a newsletter"
    assert len([thing for thing in shared if isinstance(thing, tuple) and thing[0] == "as"]) > 3


def test_figures_count_pairs_and_incidents() -> None:
    truth = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 3}
    found = operations.figures([frozenset("ab"), frozenset("cd")], truth)
    assert found["pair precision"] == pytest.approx(1 / 2)
    assert found["pair recall"] == pytest.approx(1 / 3)
    assert found["B-cubed precision"] == pytest.approx((1 + 1 + 0.5 + 0.5 + 1) / 5)
    assert found["B-cubed recall"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    whole = operations.figures([frozenset("abc")], truth)
    assert set(whole.values()) == {1.0}


def test_by_hand_all_is_joined_that_shares_one_thing() -> None:
    several = [made.Made("a", 1, sender="x@y.test"), made.Made("b", 2, sender="x@y.test"), made.Made("c", 3)]
    assert sorted(map(sorted, operations.joined(several))) == [["a", "b"], ["c"]]


def test_it_runs_and_ends_with_one_object(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "operations.json"
    assert operations.main(["--first", "7", "--worlds", "1", "--many", "500", "--out", str(out)]) == 0
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result == json.loads(out.read_text("utf-8"))
    assert result["made"]["tocsin"]["pair precision"] > result["made"]["by_hand"]["pair precision"]
    assert result["many"]["incidents"] == 500


def test_what_recurs_is_counted_in_reports_that_are_not_related() -> None:
    reports = {
        "r1": {"a.x.test", "b.x.test", "192.0.2.1"}, "r2": {"c.x.test", "d.y.test", "192.0.2.9"}, "r3": {"e.y.test"},
    }  # fmt: skip
    families = {"r1": {"rat"}, "r2": {"other"}, "r3": {"other"}}
    found = {one["kind"]: one for one in recurring.measure(reports, families)}
    domains = found["registrable domain, all"]
    assert (domains["in_several_reports"], domains["of_them_not_related"]) == (2, 1)
    assert (domains["inside"], domains["pairs_inside"], domains["across"]) == (1, 2, 2)
    assert found["network /24"]["of_them_not_related"] == 1
    assert found["address"]["in_several_reports"] == 0


def test_halves_are_all_reports_and_share_none() -> None:
    reports = {f"r{n}": {f"{n}.test"} for n in range(40)}
    one, other = recurring.half(reports, 0), recurring.half(reports, 1)
    assert one.keys() | other.keys() == reports.keys()
    assert not one.keys() & other.keys()
