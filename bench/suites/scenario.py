"""Read the suites: TOML files of reviewed threads become mailboxes of bytes.

See README.md beside this file for the format.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from bench.suites.compose import Spec, Written, write

HERE = Path(__file__).parent
PROFILE = HERE / "profile.toml"
BACKGROUND = HERE / "background.toml"

_REFERENCE = re.compile(r"@([a-z]+)(?:/(private|\d))?(?=$|>)")


class SuiteError(ValueError):
    """A suite file does not say what the format asks; the text names file, pair and message."""


@dataclass(frozen=True)
class Scenario:
    """One attack in its mailbox, and the benign twin in the same mailbox."""

    technique: str
    lang: str
    id: str
    basis: str
    attack_is: str
    twin_is: str
    history: list[bytes] = field(repr=False)
    """What the mailbox held before, in time order; the same for both sides."""
    attack: list[bytes] = field(repr=False)
    twin: list[bytes] = field(repr=False)
    """As many messages as `attack`."""
    judged: int
    """Index into `attack` and `twin` of the message that is judged."""
    hostile: list[int] = field(repr=False)
    """Indices of the attacker's messages in `attack` (the rest is the target answering)."""

    def write_maildir(self, folder: Path) -> None:
        """Write both mailboxes as Maildirs, `folder`/attack and `folder`/twin."""
        for side, thread in (("attack", self.attack), ("twin", self.twin)):
            for name in ("cur", "new", "tmp"):
                (folder / side / name).mkdir(parents=True, exist_ok=True)
            for at, raw in enumerate(self.history + thread):
                (folder / side / "cur" / f"{at:04d}.{self.id}:2,S").write_bytes(raw)


@dataclass(frozen=True)
class Tip:
    """A benign message of a source or a stranger."""

    id: str
    lang: str
    raw: bytes = field(repr=False)


class _Pair(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    attack_is: str
    twin_is: str
    message: list[dict[str, Any]]
    to: str = "@mara"
    history: list[dict[str, Any]] = []
    judged: int | None = None
    """1-based; the last message by default."""
    twin_swap: list[tuple[str, str]] = []


class _File(msgspec.Struct, forbid_unknown_fields=True):
    technique: str
    lang: str
    basis: str
    pair: list[_Pair]


class _Tips(msgspec.Struct, forbid_unknown_fields=True):
    lang: str
    tip: list[dict[str, Any]]


def load(path: Path) -> list[Scenario]:
    """Load one suite file, or every `*.toml` of a folder in name order. Raises SuiteError."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return [scenario for file in files for scenario in _load_file(file)]


def load_tips(path: Path) -> list[Tip]:
    """Load one file of tips, or every `*.toml` of a folder in name order. Raises SuiteError."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return [tip for file in files for tip in _load_tips(file)]


def background() -> list[bytes]:
    """Return the everyday mail every scenario's mailbox holds, in time order."""
    return [made.raw for made in _background().values()]


def _load_file(path: Path) -> Iterator[Scenario]:
    try:
        suite = msgspec.toml.decode(path.read_bytes(), type=_File)
    except (msgspec.MsgspecError, tomllib.TOMLDecodeError) as error:
        raise SuiteError(f"{path.name}: {error}") from error
    for pair in suite.pair:
        try:
            yield _scenario(suite, pair)
        except (ValueError, KeyError) as error:
            raise SuiteError(f"{path.name}, pair {pair.id}: {error}") from error


def _load_tips(path: Path) -> Iterator[Tip]:
    suite = msgspec.toml.decode(path.read_bytes(), type=_Tips)
    for entry in suite.tip:
        try:
            spec = _spec(entry, "@tips")
            yield Tip(spec.id, suite.lang, write(spec, suite.lang, f"tip {suite.lang} {spec.id}", None).raw)
        except (ValueError, KeyError) as error:
            raise SuiteError(f"{path.name}, tip {entry.get('id')}: {error}") from error


def _scenario(suite: _File, pair: _Pair) -> Scenario:
    seed = f"{suite.technique} {suite.lang} {pair.id}"
    known = dict(_background())
    history = _thread([_spec(entry, pair.to) for entry in pair.history], suite.lang, f"{seed} history", known, False)
    attack = [_spec(entry, pair.to) for entry in pair.message]
    twin = [_spec(entry, pair.to) for entry in _twin_entries(pair)]
    made = [_thread(side, suite.lang, seed, dict(known), True) for side in (attack, twin)]
    judged = len(attack) - 1 if pair.judged is None else pair.judged - 1
    if not 0 <= judged < len(attack):
        raise ValueError(f"judged = {pair.judged}, but there are {len(attack)} messages")
    if made[0][judged] == made[1][judged] and made[0] == made[1]:
        raise ValueError("the twin is the attack")
    return Scenario(
        technique=suite.technique,
        lang=suite.lang,
        id=pair.id,
        basis=suite.basis,
        attack_is=pair.attack_is,
        twin_is=pair.twin_is,
        history=background() + history,
        attack=made[0],
        twin=made[1],
        judged=judged,
        hostile=[at for at, entry in enumerate(pair.message) if _hostile(entry)],
    )


def _hostile(entry: dict[str, Any]) -> bool:
    """Whether the attacker wrote it: as marked, else anything but honest mail from an address of ours."""
    if "hostile" in entry:
        return bool(entry["hostile"])
    ours = _REFERENCE.search(entry["from"]) is not None
    return not ours or "route" in entry or entry.get("auth", "pass") != "pass"


def _twin_entries(pair: _Pair) -> list[dict[str, Any]]:
    entries = []
    for entry in pair.message:
        changes = dict(entry.get("twin", {}))
        swaps = changes.pop("swap", [])
        entries.append(_swapped({**entry, **changes, "twin": {}}, swaps))
    return list(_swapped(entries, pair.twin_swap))


def _swapped(value: Any, swaps: list[tuple[str, str]]) -> Any:
    for old, new in swaps:
        if old not in repr(value) and not _contains(value, old):
            raise ValueError(f"swap: {old!r} is nowhere in the text")
        value = _replace(value, old, new)
    return value


def _contains(value: Any, old: str) -> bool:
    if isinstance(value, dict):
        return any(_contains(item, old) for item in value.values())
    if isinstance(value, list):
        return any(_contains(item, old) for item in value)
    return isinstance(value, str) and old in value


def _replace(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _replace(item, old, new) for key, item in value.items()}
    if isinstance(value, list):
        return [_replace(item, old, new) for item in value]
    return value.replace(old, new) if isinstance(value, str) else value


def _spec(entry: dict[str, Any], recipient: str) -> Spec:
    spec = msgspec.convert(entry, Spec)
    if spec.date.tzinfo is None:
        raise ValueError(f"date {spec.date} has no offset")
    return msgspec.structs.replace(
        spec,
        from_=_resolve(spec.from_),
        to=[_resolve(address) for address in spec.to or [recipient]],
        cc=[_resolve(address) for address in spec.cc],
        reply_to=_resolve(spec.reply_to),
    )


def _thread(specs: list[Spec], lang: str, seed: str, known: dict[str, Written], chained: bool) -> list[bytes]:
    """Write messages in order; `known` maps labels to messages and grows. `chained`: each answers the one before."""
    raws: list[bytes] = []
    previous: Written | None = None
    for at, spec in enumerate(specs):
        parent = _parent(spec, known, previous if chained else None)
        previous = write(spec, lang, f"{seed} {at}", parent)
        known[spec.id or f"#{seed}{at}"] = previous
        raws.append(previous.raw)
    return raws


def _parent(spec: Spec, known: dict[str, Written], previous: Written | None) -> Written | None:
    if spec.re is None:
        return previous
    if spec.re == "" or spec.re.startswith("unseen:"):
        return None
    return known[spec.re]


@cache
def _background() -> dict[str, Written]:
    known: dict[str, Written] = {}
    entries = tomllib.loads(BACKGROUND.read_text("utf-8"))["message"]
    specs = sorted((_spec(entry, "@mara") for entry in entries), key=lambda spec: spec.date)
    _thread(specs, "en", "background", known, False)
    return known


@cache
def _people() -> dict[str, tuple[str, list[str], list[str]]]:
    people = tomllib.loads(PROFILE.read_text("utf-8"))["person"]
    return {
        person["name"].split()[0].lower(): (person["name"], person["addresses"], person.get("private_addresses", []))
        for person in people
    } | {"tips": ("", ["tips@harbour-campaign.example"], [])}


def _resolve(value: str) -> str:
    """Turn `@mara`, `@mara/private`, `@noa/2` into the profile's address; a bare one brings the name along."""
    found = _REFERENCE.search(value)
    if found is None or value[: found.start()][-1:] not in {"", "<"}:
        return value
    name, official, private = _people()[found[1]]
    which = found[2] or "1"
    address = private[0] if which == "private" else official[int(which) - 1]
    if found.start() == 0:
        return f"{name} <{address}>" if name else address
    return value[: found.start()] + address + value[found.end() :]
