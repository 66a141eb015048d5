"""Statements: drafted from an incident, signed after a check, refused when anything was changed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.fixtures.actors import House
from tests.fixtures.attack import befall
from tests.fixtures.events import judged
from tests.unit.statement.test_text import AGENCIES

from tocsin.app import incidents, share, statement
from tocsin.formats import checkpoint, dsse
from tocsin.model.error import AccessError, InputError, LogError, NotFoundError, StatementError
from tocsin.model.event import StatementSigned
from tocsin.model.people import Role, Tlp
from tocsin.model.proof import Head
from tocsin.net.keys import SigningKey
from tocsin.statement import seal

NODE, ONE, TWO, THREE = (SigningKey(bytes([number]) * 32) for number in (9, 1, 2, 3))
NAMES = {"north-bay": ONE, "east-isle": TWO, "south": THREE}
KEYS = [checkpoint.verifier_key(name, key.public) for name, key in NAMES.items()]
Files = dict[str, bytes]


@pytest.fixture
def incident(house: House) -> str:
    return befall(house)


@pytest.fixture
def drafted(house: House, incident: str) -> Files:
    made = statement.draft(house.dana, NODE, incident, AGENCIES, synthetic=True)
    return {name: text.encode() for name, text in made.files.items()}


@pytest.fixture
def files(house: House, drafted: Files) -> Files:
    """Signed by two of the three."""
    for key in (ONE, TWO):
        drafted[seal.ENVELOPE] = statement.sign(house.node, key, drafted)
    return drafted


def problems(files: Files, threshold: int = 2, keys: list[str] = KEYS, log_key: str | None = None) -> list[str]:
    return [str(one) for one in statement.check(files, keys, threshold, log_key).problems]


def test_from_an_incident_to_a_statement_that_anybody_can_check(house: House, incident: str, files: Files) -> None:
    found = statement.check(files, KEYS, 2)
    assert not found.problems
    assert found.signers == ("north-bay", "east-isle")
    assert found.statement.startswith("statement-")
    assert files[seal.BUNDLE].decode() == share.bundle(house.dana, incident, Tlp.CLEAR, synthetic=True).content
    assert "statement-drafted" in house.types()
    signed = json.loads(files[seal.PAYLOAD])
    assert signed["predicate"]["evidence"] == ["cd" * 32]
    assert signed["predicate"]["synthetic"] is True
    with house.store.read("harbour") as reader:
        last = next(reader.log.read(reader.log.size - 2)).event
    assert isinstance(last, StatementSigned)
    digest = seal.sha256(files[seal.PAYLOAD])
    assert (last.statement, last.key, last.sha256) == (found.statement, dsse.key_id(TWO.public), digest)


def test_it_names_nobody_but_those_who_issue_it(files: Files) -> None:
    said = b" ".join(files[name] for name in (seal.ENGLISH, seal.ARABIC, seal.BUNDLE)).decode().lower()
    assert not [name for name in ("harbour", "dana", "osman", "m-attack", "الميناء", "دانا") if name in said]
    assert "north bay" in said


@pytest.mark.parametrize("name", [*seal.SUBJECTS, seal.PAYLOAD])
def test_a_changed_file_is_noticed(files: Files, name: str) -> None:
    for changed in (files[name][:-1], files[name] + b" ", files[name].replace(b"2026", b"2027", 1)):
        if changed != files[name]:
            assert f"{name} is not what was signed" in problems({**files, name: changed})


@pytest.mark.parametrize("name", seal.SUBJECTS)
def test_a_missing_file_is_noticed(files: Files, name: str) -> None:
    assert f"{name} is missing" in problems({key: value for key, value in files.items() if key != name})


def test_too_few_signatures_are_noticed(house: House, drafted: Files, files: Files) -> None:
    assert problems(files, 3) == ["signed by 2 of the 3 keys that it takes"]
    assert problems(files, 2, KEYS[1:]) == ["signed by 1 of the 2 keys that it takes"]
    envelope = json.loads(files[seal.ENVELOPE])
    envelope["signatures"][0]["sig"] = base64.b64encode(bytes(64)).decode()
    assert problems({**files, seal.ENVELOPE: json.dumps(envelope).encode()}) == [
        "signed by 1 of the 2 keys that it takes"
    ]
    assert problems({name: raw for name, raw in files.items() if name != seal.ENVELOPE}) == ["nobody has signed it"]


def test_one_signer_under_two_names_is_one(files: Files) -> None:
    twice = [checkpoint.verifier_key("one", ONE.public), checkpoint.verifier_key("other", ONE.public)]
    with pytest.raises(InputError, match="1 different keys cannot give 2"):
        statement.check(files, twice, 2)
    for threshold in (0, 4):
        with pytest.raises(InputError):
            statement.check(files, KEYS, threshold)


def _signed_anew(files: Files, change: Callable[[dict[str, Any]], None], **other: bytes) -> Files:
    """What dishonest signers could make of it: another payload, or other files, under valid signatures."""
    made = {**files, **other}
    payload = json.loads(made[seal.PAYLOAD])
    for subject in payload["subject"]:
        subject["digest"]["sha256"] = seal.sha256(made[subject["name"]])
    change(payload)
    raw = json.dumps(payload).encode()
    return {**made, seal.PAYLOAD: raw, seal.ENVELOPE: dsse.signed(raw, TWO, dsse.signed(raw, ONE))}


def _as_it_is(_: dict[str, Any]) -> None:
    """Change nothing."""


def _seq(payload: dict[str, Any]) -> None:
    payload["predicate"]["log"]["seq"] -= 1


def _hashes(payload: dict[str, Any]) -> None:
    payload["predicate"]["log"]["hashes"] = payload["predicate"]["log"]["hashes"][1:]


def _entry(payload: dict[str, Any]) -> None:
    log = payload["predicate"]["log"]
    log["entry"] = base64.b64encode(base64.b64decode(log["entry"]).replace(b"statement-", b"statement_")).decode()


def _other(payload: dict[str, Any]) -> None:
    payload["predicate"]["statement"] = "statement-other"


def _subjects(payload: dict[str, Any]) -> None:
    payload["subject"].pop()


NOT_IN = "the entry about the statement is not in the log under its signed head"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_seq, NOT_IN), (_hashes, NOT_IN), (_entry, NOT_IN),
        (_other, "the log vouches for other texts, or for another bundle"),
        (_subjects, "what was signed names other files than a statement has"),
    ],
)  # fmt: skip
def test_what_the_log_does_not_vouch_for_is_noticed_whoever_signed(
    house: House, files: Files, change: Callable[[dict[str, Any]], None], said: str
) -> None:
    changed = _signed_anew(files, change)
    assert said in problems(changed)
    with pytest.raises(StatementError):
        statement.sign(house.node, THREE, changed)


@pytest.mark.parametrize("name", [seal.ENGLISH, seal.ARABIC, seal.BUNDLE])
def test_other_texts_under_the_old_entry_are_noticed_whoever_signed(files: Files, name: str) -> None:
    assert not problems(_signed_anew(files, _as_it_is)), "so that the attempt can fail"
    changed = _signed_anew(files, _as_it_is, **{name: files[name].replace(b"2026", b"2027")})
    assert "the log vouches for other texts, or for another bundle" in problems(changed)


def test_texts_with_different_facts_are_noticed_whoever_signed(files: Files) -> None:
    changed = files[seal.ARABIC].replace("\u20661\u2069".encode(), "\u20669\u2069".encode())
    assert changed != files[seal.ARABIC]
    assert "the two texts do not carry the same facts" in problems(
        _signed_anew(files, _as_it_is, **{seal.ARABIC: changed})
    )


def _heads(files: Files) -> Iterator[bytes]:
    head, _, _ = checkpoint.parse(files[seal.HEAD].decode())
    yield checkpoint.sign(Head(head.origin, head.size, bytes(32)), NODE).encode()
    yield checkpoint.sign(Head(head.origin, head.size - 1, head.root), NODE).encode()
    yield checkpoint.sign(Head("tocsin/log-other", head.size, head.root), NODE).encode()
    yield checkpoint.sign(head, THREE).encode()
    yield b"no head"


def test_another_head_is_noticed_whoever_signed(files: Files) -> None:
    for head in _heads(files):
        assert problems(_signed_anew(files, _as_it_is, **{seal.HEAD: head})), head


def test_the_key_of_the_log_can_be_had_from_elsewhere(house: House, files: Files) -> None:
    origin = checkpoint.parse(files[seal.HEAD].decode())[0].origin
    assert not problems(files, log_key=checkpoint.verifier_key(origin, NODE.public))
    assert problems(files, log_key=checkpoint.verifier_key(origin, THREE.public))


@pytest.mark.parametrize("raw", [b"", b"{}", b'{"_type":"x"}', b"\xff", b"[]"])
def test_what_is_no_statement_is_told_and_not_signed(house: House, files: Files, raw: bytes) -> None:
    envelope = dsse.signed(raw, TWO, dsse.signed(raw, ONE))
    assert len(problems({**files, seal.ENVELOPE: envelope})) == 1
    with pytest.raises(StatementError):
        statement.sign(house.node, THREE, {**files, seal.PAYLOAD: raw})
    other = json.loads(files[seal.PAYLOAD]) | {"predicateType": "https://other.example/v1"}
    with pytest.raises(StatementError, match="another kind"):
        statement.sign(house.node, THREE, {**files, seal.PAYLOAD: json.dumps(other).encode()})
    with pytest.raises(StatementError, match="no statement"):
        statement.sign(house.node, THREE, {})


def test_who_has_not_checked_cannot_sign(house: House, drafted: Files) -> None:
    before = house.types()
    with pytest.raises(StatementError) as refused:
        statement.sign(house.node, ONE, {**drafted, seal.ARABIC: b"other words"})
    assert "Do not sign" in str(refused.value.hint)
    assert house.types() == before


def test_a_malformed_key_is_no_key(files: Files) -> None:
    with pytest.raises(LogError, match="verifier key"):
        statement.check(files, ["north-bay"], 1)


@pytest.mark.parametrize("label", [label for label in Tlp if label is not Tlp.CLEAR])
def test_only_what_is_clear_becomes_public(house: House, label: Tlp) -> None:
    with pytest.raises(AccessError, match="must not reach"):
        statement.draft(house.dana, NODE, befall(house, label), AGENCIES)


def test_an_incident_of_which_nothing_is_known_makes_no_statement(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1"))
    incident = incidents.open_incident(house.dana, "Something", ["m-1"], Tlp.CLEAR)
    with pytest.raises(InputError, match="no message"):
        statement.draft(house.dana, NODE, incident, AGENCIES)


def test_a_lead_drafts_and_a_signer_signs(house: House, incident: str, drafted: Files) -> None:
    for who in (house.sami, house.ines, house.as_("p-remi", Role.SIGNER)):
        with pytest.raises(AccessError):
            statement.draft(who, NODE, incident, AGENCIES)
    with pytest.raises(AccessError):
        statement.sign(house.dana, ONE, drafted)
    statement.sign(house.as_("p-remi", Role.SIGNER), ONE, drafted)
    with pytest.raises(NotFoundError):
        statement.draft(house.dana, NODE, "incident-none", AGENCIES)
