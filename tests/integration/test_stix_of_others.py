"""STIX 2.1 that others wrote, where copies lie beside the project: nothing of it is lost, no pattern is passed over."""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tocsin.formats import stix
from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.ids import canonical
from tocsin.formats.stix.index import Index
from tocsin.formats.stix.matching import Observation, matches
from tocsin.formats.stix.pattern import Comparison, Pattern, comparisons
from tocsin.formats.stix.pattern import Path as Asked
from tocsin.model.observed import ObservedFile, ObservedMail
from tocsin.share.observed import of_mail, unsupported

HERE = Path(__file__).resolve().parents[3] / "shared"
FILES = sorted([*(HERE / "stix").glob("*.json*"), *(HERE / "disarm").glob("disarm-stix.json.xz")])
WHEN = datetime(2026, 3, 1, tzinfo=UTC)


def content(file: Path) -> bytes:
    return lzma.decompress(file.read_bytes()) if file.suffix == ".xz" else file.read_bytes()


@pytest.fixture(scope="module")
def patterns() -> list[str]:
    if not FILES:
        pytest.skip(
            "needs STIX bundles that others published, in ../shared/stix: their licences do not let us ship them"
        )
    kept = [one.known for file in FILES for one in stix.read(content(file)).objects]
    return [one.pattern for one in kept if isinstance(one, stix.Indicator) and one.pattern_type == "stix"]


@pytest.mark.skipif(
    not FILES,
    reason="needs STIX bundles that others published, in ../shared/stix: their licences do not let us ship them",
)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_bundle_comes_back_with_nothing_lost(file: Path) -> None:
    raw = content(file)
    found = stix.read(raw)
    assert found.refused == ()
    given = json.loads(raw)
    written = stix.write(found)
    assert canonical(json.loads(written)) == canonical(given)
    assert [list(one) for one in json.loads(written)["objects"]] == [list(one) for one in given["objects"]]
    assert stix.read(written) == found


@pytest.mark.skipif(
    not FILES,
    reason="needs STIX bundles that others published, in ../shared/stix: their licences do not let us ship them",
)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_known_of_an_object_is_what_it_says(file: Path) -> None:
    for one in stix.read(content(file)).objects:
        known = stix.known_properties(one.known)
        assert {name: one.properties[name] for name in known} == known
        if not isinstance(one.known, stix.Custom):
            beyond = one.properties.keys() - known.keys()
            assert all(name.startswith("x_") for name in beyond), beyond


def test_every_pattern_is_met_by_what_it_asks_for_or_named_as_unsupported(patterns: list[str]) -> None:
    met: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for text in patterns:
        pattern = parse_pattern(text)
        if missing := unsupported(pattern):
            named.update(missing)
            continue
        assert matches(pattern, [of_mail(_asked_for(pattern))]), text
        assert not matches(pattern, [of_mail(ObservedMail(WHEN, "somebody@nobody.example"))]), text
        met.update({str(one.path) for one in comparisons(pattern)})
    assert sum(named.values()) + len(patterns) > 7_000
    assert met["domain-name:value"] > 7_000
    assert named == {
        "process:name": 81, "file:path": 7, "app:id": 4, "android-property:name": 3, "app:cert.sha256": 3,
        "x509-certificate:issuer": 2, "x509-certificate:serial_number": 2, "configuration-profile:id": 1,
    }  # fmt: skip


def test_all_patterns_together_find_what_each_finds_alone(patterns: list[str]) -> None:
    known = {text: parse_pattern(text) for text in patterns}
    index = Index(known)
    for text in [*known][::150]:
        if not unsupported(known[text]):
            seen = of_mail(_asked_for(known[text]))
            alone = {other for other, pattern in known.items() if matches(pattern, [seen])}
            assert text in alone
            assert set(index.hits(seen).found) == alone


def test_patterns_that_are_named_can_be_decided_too(patterns: list[str]) -> None:
    nothing = Observation({}, WHEN, WHEN)
    assert not any(matches(parse_pattern(text), [nothing]) for text in patterns)


def _asked_for(pattern: Pattern) -> ObservedMail:
    """A message that shows the first thing that a pattern asks for."""
    one = next(comparisons(pattern))
    assert isinstance(one, Comparison)
    constant = one.constants[0]
    assert isinstance(constant, str)
    return _MADE[str(one.path).partition(".")[0]](constant, one.path)


def _file(value: str, path: Asked) -> ObservedMail:
    name = {"sha256": "SHA-256", "md5": "MD5"}.get(str(path.steps[-1]), str(path.steps[-1]))
    return ObservedMail(WHEN, "", files=(ObservedFile("", {name: value}),))


_MADE = {
    "domain-name:value": lambda value, path: ObservedMail(WHEN, "", urls=(f"https://{value}/",)),
    "ipv4-addr:value": lambda value, path: ObservedMail(WHEN, "", relays=(value.partition("/")[0],)),
    "email-addr:value": lambda value, path: ObservedMail(WHEN, value),
    "email-message:from_ref": lambda value, path: ObservedMail(
        WHEN, re.sub(r"^\.\+\\b", "not-", value).replace("\\", "").rstrip("$")
    ),
    "url:value": lambda value, path: ObservedMail(WHEN, "", urls=(value,)),
    "file:name": lambda value, path: ObservedMail(WHEN, "", files=(ObservedFile(value, {}),)),
    "file:hashes": _file,
}
