"""ATT&CK's own release, where a copy lies beside the project: read as a user's copy is. Only ids stand here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.attribute import lookup
from tocsin.model.knowledge import Knowledge, State
from tocsin.net import knowledge

RELEASE = Path(__file__).resolve().parents[3] / "shared" / "attack" / "enterprise-min.tgz"


@pytest.fixture(scope="module")
def known() -> Knowledge:
    if not RELEASE.exists():
        pytest.skip("there is no copy of ATT&CK beside the project")
    return knowledge.read(RELEASE)


def test_all_of_it_is_read(known: Knowledge) -> None:
    live = [sum(one.state is State.LIVE for one in kind) for kind in (known.groups, known.software, known.techniques)]
    assert live == [172, 784, 691]
    assert len(known.references) > 3_000
    assert sum(one.latest is not None for one in known.references) > 2_500


def test_two_groups_that_others_merge_stay_two(known: Knowledge) -> None:
    one, other = (lookup.find(known, name)[0] for name in ("G0059", "G1044"))
    assert one.name != other.name
    assert one.state is other.state is State.LIVE


def test_most_names_have_their_sources(known: Knowledge) -> None:
    claims = [claim for group in known.groups for claim in group.names]
    assert sum(bool(claim.sources) for claim in claims) > 0.9 * len(claims)
    assert all(claim.name != group.name for group in known.groups for claim in group.names)


def test_it_is_kept_and_comes_back(known: Knowledge, tmp_path: Path) -> None:
    file = knowledge.keep(tmp_path, known)
    assert knowledge.load(tmp_path) == known
    assert file.stat().st_size < 2 << 20
