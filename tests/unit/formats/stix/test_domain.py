"""Objects of the domain have the properties that another library gives them."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
import stix2

from tocsin.formats.stix import domain, markings, observables
from tocsin.formats.stix.parts import Thing

THEIRS = [
    getattr(module, name)
    for module in (stix2.v21.sdo, stix2.v21.sro, stix2.v21.observables)
    for name in dir(module)
    if hasattr(getattr(module, name), "_properties") and getattr(getattr(module, name), "_type", "").islower()
]
THEIRS = [one for one in dict.fromkeys(THEIRS) if not one._type.endswith(("-ext", "-type"))]


def ours(*modules: ModuleType) -> dict[str, type[Thing]]:
    found = [one for module in modules for one in vars(module).values() if isinstance(one, type)]
    return {str(one.__struct_config__.tag): one for one in found if issubclass(one, Thing)}


@pytest.mark.parametrize("theirs", THEIRS, ids=lambda theirs: str(theirs._type))
def test_each_type_has_the_properties_of_the_standard(theirs: Any) -> None:
    known = ours(domain, observables, markings)
    # An incident's is of a draft: the standard has no such property (section 4.6).
    drafted = {"kill_chain_phases"} if theirs._type == "incident" else set()
    properties = set(theirs._properties) - drafted
    assert {*known[theirs._type].__struct_fields__, "type"} == properties


def test_as_many_types_as_the_standard_has_are_compared() -> None:
    assert len(THEIRS) == 19 + 2 + 18
