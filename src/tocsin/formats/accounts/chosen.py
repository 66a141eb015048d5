"""What the owner of an account chose to hand on: lines that `tocsin accounts own` writes."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.formats.accounts.shape import Format, Log, Reading, Shape
from tocsin.model.activity import Activity


class Chosen(Struct, frozen=True):
    """An activity with the line of the provider's export that says so."""

    activity: Activity
    line: str


def _read(one: Chosen, reading: Reading) -> list[Activity]:
    return [replace(one.activity, time=reading.time(one.activity.time, "activity.time"))]


FORMAT: Final = Format(
    "chosen",
    "Lines chosen from somebody's own export",
    (
        Shape(
            Chosen,
            ("activity", "line"),
            _read,
            "",
            lambda f: isinstance(f["activity"], dict) and "provider" in f["activity"],
        ),
    ),
    (Log("chosen", "The owner of the account: `tocsin accounts own EXPORT --choose 1,2 --out FILE`."),),
    own=True,
)
