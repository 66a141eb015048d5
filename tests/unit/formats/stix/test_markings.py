"""Markings, and the labels of TLP."""

from __future__ import annotations

import pytest
import stix2
from tests.fixtures.stix_objects import made

from tocsin.formats import stix
from tocsin.formats.stix.markings import TLP_2, TLP_IDS
from tocsin.model.people import Tlp


@pytest.mark.parametrize("label", list(Tlp))
def test_a_published_label_is_read_as_itself(label: Tlp) -> None:
    (one,) = stix.read(stix.encode([stix.marking(label)])[1]).objects
    assert TLP_IDS[one.known.id] is label
    assert one.known.id == TLP_2[label]


def test_the_labels_of_tlp_1_are_those_of_another_library() -> None:
    theirs = [stix2.TLP_WHITE, stix2.TLP_GREEN, stix2.TLP_AMBER, stix2.TLP_RED]
    assert [TLP_IDS[one.id] for one in theirs] == [Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.RED]


def test_a_name_makes_no_label() -> None:
    (one,) = stix.read(stix.encode([made("marking-definition", name="TLP:CLEAR")])[1]).objects
    assert one.known.id not in TLP_IDS


def test_a_marking_says_what_it_means_in_one_way_or_another() -> None:
    for broken in ({"definition": None}, {"definition_type": None}, {"definition": None, "definition_type": None}):
        (refused,) = stix.read(stix.encode([made("marking-definition", **broken)])[1]).refused
        assert (refused.fault, refused.path) == (stix.Fault.MISSING, "definition")
