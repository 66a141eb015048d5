"""The fields of raw records that rules name, and nothing else of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final

import msgspec

PREFIX: Final = "raw."
LINE: Final = "raw"
"""The column that holds the whole line, for rules that look for words anywhere in it."""
SEPARATOR: Final = "\x1f"
"""Between the values of a field that has several: Sigma matches if one of them does."""
Values = tuple[str | None, ...]


class Fields:
    """Picks fields out of records. A name is a path with dots, or a key that has dots in itself."""

    def __init__(self, names: Sequence[str], whole_line: bool = False) -> None:
        self.names = tuple(sorted(set(names)))
        self.whole_line = whole_line
        self.columns = (*(PREFIX + name for name in self.names), *([LINE] * whole_line))
        self._paths = [tuple(name.split(".")) for name in self.names]
        self._decoder: msgspec.json.Decoder[Any] | None = None
        if self.names:
            shape, ways = _shape(self._paths)
            self._decoder = msgspec.json.Decoder(shape)
            self._getters = [_getter(ways[path]) for path in self._paths]
            self._has_dots = any(len(path) > 1 for path in self._paths)

    def __bool__(self) -> bool:
        return bool(self.columns)

    def of_json(self, raw: bytes) -> Values:
        """Return the fields of a record that is JSON. Only what is named is built, the rest is skipped over."""
        values: list[str | None] = []
        if self._decoder is not None:
            try:
                found: Any = self._decoder.decode(raw)
                values = [_text(get(found)) for get in self._getters]
            except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
                return self.of_record(_plain(raw), raw)
            if self._has_dots and None in values and b"." in raw and self._has_dotted_key(raw):
                return self.of_record(_plain(raw), raw)
        return (*values, *([raw.decode("utf-8", "replace")] * self.whole_line))

    def _has_dotted_key(self, raw: bytes) -> bool:
        """Say whether a name stands in the record as one key, as flattened exports write them."""
        return any(b'"' + name.encode() + b'"' in raw for name in self.names if "." in name)

    def of_record(self, record: Mapping[str, Any], raw: bytes) -> Values:
        """Return the fields of a record that is plain data, or a row of a CSV."""
        known = dict(record)
        for value in record.values():  # the portals' CSV have the record as JSON in one of the columns
            if isinstance(value, str) and value.startswith("{"):
                known = {**_plain(value.encode()), **known}
        values = (_text(_dig(known, path)) for path in self._paths)
        return (*values, *([raw.decode("utf-8", "replace")] * self.whole_line))


def _shape(paths: Sequence[tuple[str, ...]]) -> tuple[type[msgspec.Struct], dict[tuple[str, ...], tuple[str, ...]]]:
    """Return a Struct that has the fields of these paths and no others, and by which attributes each is reached."""
    tree: dict[str, list[tuple[str, ...]]] = {}
    for path in paths:
        tree.setdefault(path[0], []).append(path[1:])
    fields: list[tuple[str, Any, None]] = []
    names: dict[str, str] = {}
    ways: dict[tuple[str, ...], tuple[str, ...]] = {}
    for number, (name, rest) in enumerate(tree.items()):
        attribute = f"f{number}"
        kind: Any = Any
        if () not in rest:
            inner, below = _shape(rest)
            several: Any = list.__class_getitem__(inner)
            kind = inner | several | None
            ways |= {(name, *path): (attribute, *way) for path, way in below.items()}
        else:
            ways |= {(name, *path): (attribute, *path) for path in rest}
        fields.append((attribute, kind, None))
        names[attribute] = name
    return msgspec.defstruct("Picked", fields, rename=names, gc=False), ways


def _getter(way: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return what follows a way from a Struct, as `_walk` does."""
    get = attrgetter(way[0])
    if len(way) == 1:
        return get
    rest, onward = way[1:], _getter(way[1:])

    def follow(found: Any) -> Any:
        inner = get(found)
        return onward(inner) if isinstance(inner, msgspec.Struct) else _walk(inner, rest)

    return follow


def _walk(found: Any, way: tuple[str, ...]) -> Any:
    for place, name in enumerate(way):
        if isinstance(found, msgspec.Struct):
            found = getattr(found, name)
        elif isinstance(found, list):
            return [_walk(one, way[place:]) for one in found]
        else:
            return None if found is None else _dig(found, way[place:])
    return found


def _dig(found: Any, path: tuple[str, ...]) -> Any:
    """Follow a path through plain data."""
    if not path:
        return found
    if isinstance(found, list):
        return [_dig(one, path) for one in found]
    if not isinstance(found, dict):
        return None
    whole = found.get(".".join(path))
    return whole if whole is not None else _dig(found.get(path[0]), path[1:])


def _plain(raw: bytes) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        parts = [text for one in value if (text := _text(one)) is not None]
        return SEPARATOR.join(parts) if parts else None
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    return str(value)
