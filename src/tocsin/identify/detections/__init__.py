"""The detections, one a file. Each module declares one `DETECTION`; nothing else is to be edited to add one."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tocsin.identify.detection import Detection


@cache
def all_detections() -> Mapping[str, Detection]:
    """Import every module of this package and return the detections by id, in the order of their ids."""
    found: dict[str, Detection] = {}
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        one: Detection = importlib.import_module(module.name).DETECTION
        if one.id in found:
            raise ValueError(f"two detections are called {one.id}")
        found[one.id] = one
    return dict(sorted(found.items()))
