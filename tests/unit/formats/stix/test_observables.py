"""Observables: by what they are told apart."""

from __future__ import annotations

import stix2
from tests.fixtures.stix_objects import OBSERVED

from tocsin.formats.stix import observables
from tocsin.formats.stix.observables import IDENTIFYING


def test_the_properties_that_make_an_id_are_those_of_another_library() -> None:
    theirs = vars(stix2.v21.observables).values()
    found = {
        getattr(one, "_type"): tuple(getattr(one, "_id_contributing_properties"))  # noqa: B009 - what stix2 declares
        for one in theirs
        if isinstance(one, type) and issubclass(one, stix2.base._Observable) and hasattr(one, "_type")
    }
    assert found == IDENTIFYING
    assert set(IDENTIFYING) == set(OBSERVED)


def test_each_of_them_is_a_property_of_its_type() -> None:
    for one in vars(observables).values():
        if isinstance(one, type) and issubclass(one, observables.Observed) and one is not observables.Observed:
            assert set(IDENTIFYING[str(one.__struct_config__.tag)]) <= set(one.__struct_fields__)
