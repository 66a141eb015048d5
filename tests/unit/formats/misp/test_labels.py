"""Who may read an event: its tags and its distribution, and the strictest of them."""

from __future__ import annotations

from typing import Any

import pytest

from tocsin.common.tlp import strictest
from tocsin.formats.misp import labels
from tocsin.model.people import Tlp


def thing(*tags: Any, **properties: Any) -> dict[str, Any]:
    return {"Tag": [{"name": tag} for tag in tags], **properties}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("tlp:clear", Tlp.CLEAR), ("tlp:white", Tlp.CLEAR), ("TLP:GREEN", Tlp.GREEN), ("tlp:amber", Tlp.AMBER),
     ("tlp:amber+strict", Tlp.AMBER_STRICT), ("tlp:red", Tlp.RED), ("tlp:unclear", Tlp.RED), ("tlp:ex:chr", Tlp.RED),
     ("tlp:", Tlp.RED), ("phishing", None)],
)  # fmt: skip
def test_a_tag_is_a_label_and_an_unknown_one_is_red(tag: str, expected: Tlp | None) -> None:
    assert labels.label(None, thing(tag)) is expected


def test_of_several_the_strictest_counts_wherever_it_stands() -> None:
    assert labels.label(None, thing("tlp:green", "tlp:amber")) is Tlp.AMBER
    assert labels.label(None, thing("tlp:red"), thing("tlp:green")) is Tlp.RED
    assert labels.label(Tlp.CLEAR, thing("tlp:amber")) is Tlp.AMBER


@pytest.mark.parametrize(
    ("distribution", "expected"),
    [(0, Tlp.AMBER_STRICT), ("1", Tlp.AMBER), (2, Tlp.GREEN), ("3", Tlp.CLEAR), (4, Tlp.AMBER_STRICT), (5, Tlp.CLEAR),
     (6, Tlp.RED), ("9" * 5_000, Tlp.RED), ("x", Tlp.RED), (True, Tlp.RED), (-1, Tlp.RED), (None, Tlp.CLEAR)],
)  # fmt: skip
def test_a_distribution_makes_stricter_and_never_less_strict(distribution: Any, expected: Tlp) -> None:
    assert labels.label(None, thing("tlp:clear"), thing(distribution=distribution)) is expected
    assert labels.label(None, thing("tlp:red"), thing(distribution=distribution)) is Tlp.RED
    assert labels.label(None, thing(distribution=distribution)) is None, "by itself it opens nothing"


def test_an_event_inherits_from_nothing() -> None:
    assert labels.label(None, thing("tlp:clear", info="a", distribution=5)) is Tlp.RED


@pytest.mark.parametrize("label", list(Tlp))
def test_what_is_written_is_read_as_it_was_meant(label: Tlp) -> None:
    written = {"Tag": [labels.tag(label)], "distribution": str(labels.DISTRIBUTION[label]), "info": "a"}
    assert labels.label(None, written) is label


@pytest.mark.parametrize("tags", [None, 7, ["tlp:green"], [{"name": 7}, None, {"name": "tlp:green"}]])
def test_tags_of_any_shape_are_read(tags: Any) -> None:
    assert labels.label(None, {"Tag": tags}) is (Tlp.GREEN if tags and tags != 7 else None)


def test_no_label_is_ever_looser_than_any_of_its_parts() -> None:
    for first in Tlp:
        for second in Tlp:
            found = labels.label(None, thing(f"tlp:{first.value}"), thing(f"tlp:{second.value}"))
            assert found is strictest([first, second])


@pytest.mark.parametrize("own", [{"local": True}, {"local": "1"}, {"exportable": False}, {"exportable": "0"}])
def test_a_tag_that_is_not_for_others_opens_nothing_and_still_closes(own: dict[str, Any]) -> None:
    red, clear = {"name": "tlp:red", **own}, {"name": "tlp:clear", **own}
    assert labels.label(None, {"Tag": [{"name": "tlp:green"}, red]}) is Tlp.RED
    assert labels.label(Tlp.GREEN, {"Tag": [red]}) is Tlp.RED
    assert labels.label(None, {"Tag": [clear]}) is None


@pytest.mark.parametrize(
    "tag",
    ["TLP : RED", "tlp\uff1ared", "tlp\u200b:red", "tlp=red", "TLP RED", "TLP-RED",
     "\u202etlp:red", "t\u200blp:red",
            'iep:traffic-light-protocol="RED"', "\uff34\uff2c\uff30:\uff32\uff25\uff24", "my:tlp=amber"],
)  # fmt: skip
def test_however_a_label_is_written_it_is_not_passed_over(tag: str) -> None:
    assert labels.label(None, thing("tlp:clear", tag)) is Tlp.RED


@pytest.mark.parametrize("tag", ["phishing", "outlprint", 'misp:tool="x"', "traffic"])
def test_what_speaks_of_something_else_is_no_label(tag: str) -> None:
    assert labels.label(None, thing("tlp:clear", tag)) is Tlp.CLEAR
