"""The fields of raw records that rules name, and nothing else of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from types import NoneType
from typing import Any, Final

import msgspec

PREFIX: Final = "raw."
LINE: Final = "raw"
"""The column that holds the whole line, for rules that look for words anywhere in it."""
SEPARATOR: Final = "\x1f"
"""Between the values of a field that has several: Sigma matches if one of them does."""
Values = tuple[str | None, ...]
Way = tuple[str, ...]
_TEXTS: Final = frozenset({str, NoneType})


class Fields:
    """Picks fields out of records. A name is a path with dots, or a key that has dots in itself."""

    def __init__(self, names: Sequence[str], whole_line: bool = False) -> None:
        self.names = tuple(sorted(set(names)))
        self.whole_line = whole_line
        self.columns = (*(PREFIX + name for name in self.names), *([LINE] * whole_line))
        self.paths = [tuple(name.split(".")) for name in self.names]
        self._dotted = [msgspec.json.encode(name) for name in self.names if "." in name]
        self._decoder: msgspec.json.Decoder[Any] | None = None
        if self.names:
            self._decoder, self._ways = picker(self.paths)

    def __reduce__(self) -> tuple[type[Fields], tuple[Sequence[str], bool]]:
        """Go to another process as what it is made of."""
        return Fields, (self.names, self.whole_line)

    def __bool__(self) -> bool:
        return bool(self.columns)

    def of_json(self, raw: bytes) -> Values:
        """Return the fields of a record that is JSON. Only what is named is built, the rest is skipped over."""
        values: list[str | None] = []
        if self._decoder is not None:
            try:
                found: Any = self._decoder.decode(raw)
                values = [text_of(_walk(found, way)) for way in self._ways]
            except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
                return self.of_record(_plain(raw), raw)
            if self._dotted and None in values and self.has_dotted_key(raw):
                return self.of_record(_plain(raw), raw)
        return (*values, *([raw.decode("utf-8", "replace")] * self.whole_line))

    def has_dotted_key(self, raw: bytes) -> bool:
        """Say whether a name stands in the record as one key, as flattened exports write them."""
        return any(key in raw for key in self._dotted)

    def of_record(self, record: Mapping[str, Any], raw: bytes) -> Values:
        """Return the fields of a record that is plain data, or a row of a CSV."""
        known = dict(record)
        for value in record.values():  # the portals' CSV have the record as JSON in one of the columns
            if isinstance(value, str) and value.startswith("{"):
                known = {**_plain(value.encode()), **known}
        values = (text_of(_dig(known, path)) for path in self.paths)
        return (*values, *([raw.decode("utf-8", "replace")] * self.whole_line))


def picker(paths: Sequence[Way], marks: Sequence[str] = ()) -> tuple[msgspec.json.Decoder[Any], list[Way]]:
    """Return what decodes of a record the fields of these paths alone, and by which attributes each is reached.

    Records that lack one of `marks` at their top raise msgspec.ValidationError.
    """
    shape, ways = _shape(paths, marks)
    return msgspec.json.Decoder(shape), [ways[path] for path in paths]


def _shape(paths: Sequence[Way], marks: Sequence[str] = ()) -> tuple[type[msgspec.Struct], dict[Way, Way]]:
    """Return a Struct that has the fields of these paths and no others, and by which attributes each is reached."""
    tree: dict[str, list[Way]] = {}
    for path in paths:
        tree.setdefault(path[0], []).append(path[1:])
    fields: list[Any] = []
    names: dict[str, str] = {}
    ways: dict[Way, Way] = {}
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
        fields.append((attribute, kind) if name in marks else (attribute, kind, None))
        names[attribute] = name
    for number, name in enumerate(name for name in marks if name not in tree):
        fields.append((f"m{number}", msgspec.Raw))
        names[f"m{number}"] = name
    return msgspec.defstruct("Picked", fields, rename=names, gc=False, kw_only=True), ways


def column(way: Way, found: Sequence[Any]) -> list[str | None]:
    """Return what lies at the end of a way in each of what was decoded."""
    values: list[Any] = list(map(attrgetter(way[0]), found))
    for place, name in enumerate(way[1:], 1):
        if any(one is not NoneType and not issubclass(one, msgspec.Struct) for one in set(map(type, values))):
            return [text_of(_walk(value, way[place:])) for value in values]
        get = attrgetter(name)
        values = [value if value is None else get(value) for value in values]
    return values if _TEXTS.issuperset(map(type, values)) else list(map(text_of, values))


def _walk(found: Any, way: Way) -> Any:
    for place, name in enumerate(way):
        if isinstance(found, msgspec.Struct):
            found = getattr(found, name)
        elif isinstance(found, list):
            return [_walk(one, way[place:]) for one in found]
        else:
            return None if found is None else _dig(found, way[place:])
    return found


def _dig(found: Any, path: Way) -> Any:
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
    """Return a record as plain data; one in another charset than JSON's as `tocsin.scan.activities` reads it."""
    try:
        found = msgspec.json.decode(raw)
    except UnicodeDecodeError:
        mended = raw.decode("cp1252", "replace").encode()
        return _plain(mended) if mended != raw else {}
    except (msgspec.DecodeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def text_of(value: Any) -> str | None:
    """Return the value of a field as a column holds it."""
    if value.__class__ is int:
        return str(value)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        parts = [text for one in value if (text := text_of(one)) is not None]
        return SEPARATOR.join(parts) if parts else None
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    return str(value)
