"""The fields of raw records that rules name, and nothing else of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        self._decoder = msgspec.json.Decoder(_shape(self._paths)) if self.names else None

    def __bool__(self) -> bool:
        return bool(self.columns)

    def of_json(self, raw: bytes) -> Values:
        """Return the fields of a record that is JSON. Only what is named is built, the rest is skipped over."""
        values: list[str | None] = []
        if self._decoder is not None:
            try:
                found: Any = self._decoder.decode(raw)
                values = [_text(_walk(found, path)) for path in self._paths]
            except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
                return self.of_record(_plain(raw), raw)
        return (*values, *([raw.decode("utf-8", "replace")] * self.whole_line))

    def of_record(self, record: Mapping[str, Any], raw: bytes) -> Values:
        """Return the fields of a record that is plain data, or a row of a CSV."""
        known = dict(record)
        for value in record.values():  # the portals' CSV have the record as JSON in one of the columns
            if isinstance(value, str) and value.startswith("{"):
                known = {**_plain(value.encode()), **known}
        values = (_text(_dig(known, path)) for path in self._paths)
        return (*values, *([raw.decode("utf-8", "replace")] * self.whole_line))


def _shape(paths: Sequence[tuple[str, ...]]) -> type[msgspec.Struct]:
    """Return a Struct that has the fields of these paths and no others, nested as they are."""
    tree: dict[str, list[tuple[str, ...]]] = {}
    for path in paths:
        tree.setdefault(path[0], []).append(path[1:])
        if len(path) > 1:
            tree.setdefault(".".join(path), []).append(())
    fields, names = [], {}
    for number, (name, rest) in enumerate(tree.items()):
        deeper = [path for path in rest if path]
        inner = _shape(deeper) if deeper and () not in rest else None
        kind: Any = Any if inner is None else inner | list[inner] | None  # type: ignore[valid-type] # made just now
        fields.append((f"f{number}", kind, None))
        names[f"f{number}"] = name
    return msgspec.defstruct("Picked", fields, rename=names, gc=False)


def _walk(found: Any, path: tuple[str, ...]) -> Any:
    for place, name in enumerate(path):
        if isinstance(found, msgspec.Struct):
            names = _names(type(found))
            if (
                place == 0
                and len(path) > 1
                and (whole := getattr(found, names.get(".".join(path), ""), None)) is not None
            ):
                return whole
            found = getattr(found, names.get(name, ""), None)
        elif isinstance(found, list):
            return [_walk(one, path[place:]) for one in found]
        else:
            return _dig(found, path[place:])
    return found


_KNOWN: Final[dict[type, dict[str, str]]] = {}


def _names(kind: type) -> dict[str, str]:
    if kind not in _KNOWN:
        _KNOWN[kind] = {one.encode_name: one.name for one in msgspec.structs.fields(kind)}
    return _KNOWN[kind]


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
