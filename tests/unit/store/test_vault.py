from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from tests.conftest import Clock
from tests.fixtures.events import beginning, draft, judged, note

from tocsin.app.parts import erasure as evidence
from tocsin.app.parts import heads as logs
from tocsin.model import event as e
from tocsin.model.error import InputError, KeyFileError, StoreError
from tocsin.net.keys import SigningKey
from tocsin.store import vault as vaults
from tocsin.store.engine import open_engine, transaction
from tocsin.store.schema import vault
from tocsin.store.store import Store

SECRET = "the treasurer's private telephone number is 555 0199"


def _keep(store: Store, content: bytes = SECRET.encode()) -> e.Ref:
    with store.write("harbour") as writer:
        return writer.keep(content)


def test_a_content_is_kept_under_a_salted_name(store: Store) -> None:
    one, two = _keep(store), _keep(store)
    assert one != two, "the name does not tell that two contents are the same"
    with store.read("harbour") as reader:
        assert reader.vault.get(one) == SECRET.encode()
        opened = reader.vault.open(two)
        assert opened is not None
        salt, content = opened
        assert hmac.digest(salt, content, "sha256").hex() == two
        assert reader.vault.get_many([one, two, "0" * 64]) == {one: content, two: content}
        assert reader.vault.get("0" * 64) is None


def test_a_tenant_cannot_open_what_is_of_another(store: Store) -> None:
    ref = _keep(store)
    store.begin("quay")
    with store.read("quay") as reader:
        assert reader.vault.get(ref) is None
        assert reader.vault.get_many([ref]) == {}


def test_what_was_altered_or_exchanged_is_not_given_out(store: Store, url: str) -> None:
    one, two = _keep(store), _keep(store, b"harmless")
    engine = open_engine(url)
    with transaction(engine, writes=True) as connection:
        query = select(vault.c.payload).where(vault.c.ref == bytes.fromhex(two))
        payload = connection.scalar(query)
        connection.execute(update(vault).where(vault.c.ref == bytes.fromhex(one)).values(payload=payload))
    engine.dispose()
    with store.read("harbour") as reader, pytest.raises(StoreError, match="altered"):
        reader.vault.get(one)


def test_another_key_is_told_and_not_taken_for_damage(store: Store, url: str, clock: Clock) -> None:
    ref = _keep(store)
    for key in (b"x" * 32, None):
        other = Store(url, key, clock)
        with other.read("harbour") as reader, pytest.raises(KeyFileError, match="another key"):
            reader.vault.get(ref)
        other.close()
    with pytest.raises(KeyFileError):
        Store(url, b"short", clock)


def test_without_a_key_contents_lie_open_and_their_names_still_hold(url: str, clock: Clock) -> None:
    store = Store(url, None, clock)
    store.begin("harbour")
    ref = _keep(store)
    with store.read("harbour") as reader:
        assert reader.vault.get(ref) == SECRET.encode()
    store.close()


def test_what_is_too_large_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "MAX_BYTES", 10)
    with pytest.raises(StoreError, match="too large"):
        _keep(store)


def _files(url: str) -> bytes:
    path = Path(url.removeprefix("sqlite:///"))
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def test_sealed_contents_are_nowhere_on_disk(tmp_path: Path, clock: Clock) -> None:
    url = f"sqlite:///{tmp_path / 'sealed.db'}"
    store = Store(url, b"k" * 32, clock)
    store.begin("harbour")
    with store.write("harbour") as writer:
        beginning(writer)
        writer.append(judged(writer, "m-1", sender="whistle@blower.test", subject=SECRET))
    raw = _files(url)
    for word in (SECRET, "whistle", "blower", "Dana", "Osman", "dana@", "sami@"):
        assert word.encode() not in raw, word
    store.close()


def test_what_was_erased_is_not_left_in_the_files(tmp_path: Path, clock: Clock) -> None:
    """Even without a key: neither in free pages nor in the write-ahead log."""
    url = f"sqlite:///{tmp_path / 'open.db'}"
    store = Store(url, None, clock)
    store.begin("harbour")
    with store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", subject=SECRET))
    assert SECRET.encode() in _files(url)
    with store.write("harbour") as writer:
        assert evidence.erase(writer, "m-1", e.Ground.REQUEST, "p-1") == 1
    assert SECRET.encode() not in _files(url)
    store.close()


def test_erasing_takes_everything_about_a_subject_and_the_log_still_checks_out(store: Store) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        writer.append(judged(writer, "m-1", sender="a@sender.test"), judged(writer, "m-2", sender="a@sender.test"))
        writer.append(draft(e.VerdictDismissed(message="m-1", note=note(writer, "It was my neighbour."))))
    with store.write("harbour") as writer:
        assert evidence.erase(writer, "m-1", e.Ground.REQUEST, "p-dana") == 2
        last = list(writer.log.read())[-1]
        assert isinstance(last.event, e.Erased)
        assert (last.event.ground, len(last.event.refs), last.actor) == (e.Ground.REQUEST, 2, "p-dana")
    with store.read("harbour") as reader:
        assert not reader.verify([]).broken
        assert [item.message for item in reader.views.messages(sender="a@sender.test").items] == ["m-2"]
        item = reader.views.message("m-1")
        assert item is not None
        assert item.record is None
    with store.write("harbour") as writer, pytest.raises(InputError, match="nothing about"):
        evidence.erase(writer, "m-1", e.Ground.REQUEST, "p-dana")


def test_an_erased_person_is_found_by_no_address(store: Store) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        found = writer.views.person_by_address("DANA@harbour.example ")
        assert found is not None
        assert found.person == "p-dana"
        evidence.erase(writer, "p-dana", e.Ground.REQUEST, "node")
        assert writer.views.person_by_address("dana@harbour.example") is None
        assert writer.views.person_by_address("sami@harbour.example") is not None


def test_what_has_expired_goes_and_the_rest_stays(store: Store, clock: Clock) -> None:
    with store.write("harbour") as writer:
        old = writer.keep(b"old", writer.now + timedelta(days=90))
        new = writer.keep(b"new", writer.now + timedelta(days=91))
        ever = writer.keep(b"ever")
    with store.write("harbour") as writer:
        assert evidence.expire(writer, "node") == 0
        assert writer.log.size == 0
    clock.time += timedelta(days=90)
    with store.write("harbour") as writer:
        assert evidence.expire(writer, "node") == 1
    with store.read("harbour") as reader:
        assert reader.vault.get_many([old, new, ever]) == {new: b"new", ever: b"ever"}
        (entry,) = reader.log.read()
        assert entry.event == e.RetentionExpired(refs=(old,))
        assert not reader.verify([]).broken


# An attacker who has the whole log, its heads, and a dictionary that holds every right answer.

DICTIONARY = [
    *(f"{name}@harbour.example" for name in ("dana", "sami", "lina", "omar")),
    *("Dana Osman", "Sami Haddad", "Dana", "Osman", "help@sender.test", "Your account will be closed", SECRET),
]


def _guesses() -> list[bytes]:
    """Every word, and every record that could be built of words the way Tocsin builds it."""
    words = [word.encode() for word in DICTIONARY]
    records: list[object] = [{"text": word} for word in DICTIONARY]
    for name, address in itertools.product(DICTIONARY, DICTIONARY):
        records += [{"name": name, "addresses": [address], "private_addresses": [], "high_risk": high_risk,
                     "tips": False, "other_names": []} for high_risk in (False, True)]  # fmt: skip
        records.append({"sender": name, "subject": address, "sha256": b"m-1".hex().ljust(64, "0")})
    return words + [json.dumps(record, separators=(",", ":"), ensure_ascii=False).encode() for record in records]


def _digests(content: bytes) -> set[str]:
    """What an unsalted or guessably salted design would have left."""
    names = ("sha256", "sha1", "md5", "sha512", "blake2b", "sha3_256")
    plain = {hashlib.new(name, content).hexdigest() for name in names}
    salts = [b"", bytes(32), b"harbour", b"tocsin", b"node"]
    return (
        plain
        | {hmac.digest(salt, content, "sha256").hex() for salt in salts}
        | {hashlib.sha256(salt + content).hexdigest() for salt in salts}
    )


def test_the_log_cannot_be_guessed_back(store: Store) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        writer.append(judged(writer, "m-1"))
        writer.append(draft(e.VerdictDismissed(message="m-1", note=note(writer, SECRET))))
        logs.sign_head(writer, SigningKey(b"s" * 32), "node")
    with store.read("harbour") as reader:
        before = b"".join(raw for _, raw, _ in reader.log.rows()).decode()
        # The guesses are right: with the salt they give the very names in the log.
        guesses = _guesses()
        hits = 0
        for ref in set(re.findall(r"[0-9a-f]{64}", before)):
            if (opened := reader.vault.open(ref)) is not None:
                hits += any(hmac.digest(opened[0], guess, "sha256").hex() == ref for guess in guesses)
        assert hits == 4
    with store.write("harbour") as writer:
        for subject in ("m-1", "p-dana", "p-sami"):
            evidence.erase(writer, subject, e.Ground.REQUEST, "node")
    with store.read("harbour") as reader:
        log = b"".join(raw for _, raw, _ in reader.log.rows()).decode() + "".join(reader.log.heads())
    assert not [word for word in DICTIONARY if word in log]
    assert not [guess for guess in guesses if any(digest[:16] in log for digest in _digests(guess))]


def test_a_backup_from_before_still_holds_what_was_erased(tmp_path: Path, clock: Clock) -> None:
    """That is a limit, and the documentation says so."""
    url = f"sqlite:///{tmp_path / 'open.db'}"
    store = Store(url, None, clock)
    store.begin("harbour")
    ref = _keep(store)
    with (tmp_path / "backup.zip").open("wb") as out:
        store.backup(out)
    with store.write("harbour") as writer:
        writer.delete([ref])
    store.close()
    other = Store(f"sqlite:///{tmp_path / 'other.db'}", None, clock)
    with (tmp_path / "backup.zip").open("rb") as file:
        other.restore(file)
    with other.read("harbour") as reader:
        assert reader.vault.get(ref) == SECRET.encode()
    other.close()


def test_what_is_there_is_told_without_being_opened(store: Store, url: str, clock: Clock) -> None:
    one, two = _keep(store), _keep(store, b"another")
    other = Store(url, b"x" * 32, clock)
    with other.read("harbour") as reader:
        assert reader.vault.present([one, "0" * 64, two]) == {one, two}
        assert reader.vault.present([]) == set()
    other.close()
    store.begin("quay")
    with store.read("quay") as reader:
        assert reader.vault.present([one]) == set()


def test_what_was_altered_can_still_be_erased(store: Store, url: str) -> None:
    with store.write("harbour") as writer:
        beginning(writer)
        writer.append(judged(writer, "m-1"))
    engine = open_engine(url)
    with transaction(engine, writes=True) as connection:
        connection.execute(update(vault).values(payload=b"altered"))
    engine.dispose()
    with store.write("harbour") as writer:
        assert evidence.erase(writer, "m-1", e.Ground.MISTAKE, "p-dana") == 1
