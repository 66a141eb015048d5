"""Clusters of galaxies: read from tags or galaxies, written as tags that MISP knows again."""

from __future__ import annotations

from typing import Any

import pytest

from tocsin.formats.misp import galaxies

LINK = 'misp-galaxy:mitre-attack-pattern="Spearphishing Link - T1566.002"'


def test_a_cluster_is_told_once_wherever_it_stands() -> None:
    thing: dict[str, Any] = {
        "Tag": [{"name": LINK}, {"name": "tlp:green"}, {"name": "misp-galaxy:broken"}],
        "Galaxy": [{"GalaxyCluster": [{"tag_name": LINK}, {"tag_name": 'misp-galaxy:threat-actor="A \\"B\\""'}, 7]}, 7],
    }
    assert list(galaxies.clusters(thing)) == [
        ("mitre-attack-pattern", "Spearphishing Link - T1566.002"), ("threat-actor", 'A \\"B\\"'),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "identity"), [("Spearphishing Link - T1566.002", "T1566.002"), ("Spearphishing Link", "T1566.002")]
)
def test_a_technique_is_written_as_the_galaxy_has_it(name: str, identity: str) -> None:
    assert galaxies.tag_of_technique(name, identity) == LINK
    assert galaxies.tag_of_technique("T1566.002", "T1566.002") == 'misp-galaxy:mitre-attack-pattern="T1566.002"'


@pytest.mark.parametrize(
    ("kind", "about", "galaxy"),
    [("threat-actor", None, "threat-actor"), ("intrusion-set", {}, "mitre-intrusion-set"),
     ("threat-actor", {"galaxy": "microsoft-activity-group"}, "microsoft-activity-group"),
     ("threat-actor", {"galaxy": "another"}, "threat-actor")],
)  # fmt: skip
def test_an_actor_is_written_by_the_galaxy_that_it_was_from(kind: str, about: Any, galaxy: str) -> None:
    assert galaxies.tag_of_actor({"type": kind, "name": "A", "x_misp": about}) == f'misp-galaxy:{galaxy}="A"'


def test_what_is_no_technique_or_names_nobody_claims_nothing() -> None:
    said = {"spec_version": "2.1"}
    other = {"Tag": [{"name": 'misp-galaxy:malpedia="A"'}, {"name": 'misp-galaxy:threat-actor=" "'}]}
    assert not list(galaxies.techniques(other, {"type": "indicator", "id": "indicator--1"}, said))
    assert not list(galaxies.claims(other, {"id": "identity--1"}, said))
