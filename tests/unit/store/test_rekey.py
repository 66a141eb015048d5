"""The key of the vault is changed: all that was there is there, by the new key and by no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import Clock
from tests.fixtures.events import beginning

from tocsin.cli.main import main
from tocsin.model.error import KeyFileError, StoreError
from tocsin.store.store import Store
from tocsin.store.vault import Sealer

OLD, NEW = b"k" * 32, b"n" * 32


def _fill(store: Store) -> list[str]:
    with store.write("harbour") as writer:
        beginning(writer)
        return [writer.keep(f"content {number}".encode()) for number in range(50)]


def test_everything_is_there_by_the_new_key_alone(store: Store, url: str, clock: Clock) -> None:
    refs = _fill(store)
    with store.read("harbour") as reader:
        head, people = reader.log.root(), len(reader.views.people())
    assert store.rekey(NEW) >= len(refs)
    for same in (store, Store(url, NEW, clock)):
        with same.read("harbour") as reader:
            assert reader.vault.get_many(refs) == {ref: f"content {n}".encode() for n, ref in enumerate(refs)}
            found = reader.views.person_by_address("sami@harbour.example")
            assert found
            assert (reader.log.root(), len(reader.views.people())) == (head, people)
        if same is not store:
            same.close()
    other = Store(url, OLD, clock)
    with other.read("harbour") as reader, pytest.raises(KeyFileError, match="another key"):
        reader.vault.get(refs[0])
    other.close()


def test_it_is_done_wholly_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    refs = _fill(store)
    seal, calls = Sealer.seal, []

    def breaks(sealer: Sealer, ref: bytes, plain: bytes) -> bytes:
        calls.append(ref)
        if len(calls) == 30:
            raise OSError("no space left")
        return seal(sealer, ref, plain)

    monkeypatch.setattr(Sealer, "seal", breaks)
    with pytest.raises((OSError, StoreError)):
        store.rekey(NEW)
    monkeypatch.undo()
    with store.read("harbour") as reader:
        assert len(reader.vault.get_many(refs)) == len(refs)


def test_the_command_puts_the_new_key_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_HOME", str(tmp_path))
    monkeypatch.delenv("TOCSIN_VAULT_KEY", raising=False)

    def run(*words: str) -> str:
        done = CliRunner().invoke(main, [*words], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output

    run("store", "init", "--name", "Harbour (synthetic)", "--kind", "campaign")
    run("person", "add", "Sami", "--address", "sami@harbour.example")
    before = (tmp_path / "vault.key").read_bytes()
    assert "vault.key.old" in run("store", "rekey")
    assert (tmp_path / "vault.key.old").read_bytes() == before != (tmp_path / "vault.key").read_bytes()
    assert (tmp_path / "vault.key").stat().st_mode & 0o077 == 0
    assert not (tmp_path / "vault.key.next").exists()
    assert "sami@harbour.example" in run("person", "list")
    with pytest.raises(KeyFileError, match="cannot be changed"):
        CliRunner().invoke(main, ["store", "rekey"], catch_exceptions=False)
