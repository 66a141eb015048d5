"""Evidence out of the house: a third party checks it with the verifier alone, and notices every change."""

from __future__ import annotations

import ast
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from tests.conftest import Clock
from tests.fixtures.actors import House, entered
from tests.fixtures.events import beginning, judged
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import cases, evidence, incidents, submission
from tocsin.app.access import Access
from tocsin.app.identify import Judge
from tocsin.app.parts import heads, notes
from tocsin.model import event as e
from tocsin.model.error import BreakGlassError, InputError, NotFoundError
from tocsin.model.people import Role, Tlp
from tocsin.model.record import EvidenceRecord
from tocsin.net.keys import SigningKey
from tocsin.store.log import Log
from tocsin.store.store import Store

ROOT = Path(__file__).resolve().parents[3]
VERIFIER = ROOT / "scripts" / "verify_evidence.py"
KEY = SigningKey(b"s" * 32)
MAIL = b"From: help@sender.test\r\n\r\nYour account will be closed\r\n"
CLOCK = Clock()
WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def collected(content: bytes = MAIL, name: str = "mail.eml") -> evidence.Collected:
    record = EvidenceRecord(name, "Dana Osman", "mailbox of the treasurer", "the first mail of the wave")
    return evidence.Collected(content, record, "message/rfc822", WHEN, "tocsin", "0.1.0")


@pytest.fixture
def filled(tmp_path: Path, clock: Clock) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'tocsin.db'}", b"k" * 32, clock)
    store.begin("harbour")
    with store.write("harbour") as writer:
        beginning(writer)
    dana, sami = lead(store, clock), entered(store, clock, "p-sami", Role.ANALYST)
    assert cases.open_case(dana, "The mails of March") == "case-1"
    evidence.add(sami, "case-1", [collected(), collected(b"log line\n", "../../etc/export.log")])
    assert evidence.read(dana, "ev-1", "to see where the link goes") == MAIL
    return store


def lead(store: Store, clock: Clock) -> Access:
    return entered(store, clock, "p-dana", Role.LEAD)


def _export(store: Store) -> tuple[bytes, str]:
    out = io.BytesIO()
    assert evidence.export(lead(store, CLOCK), KEY, "case-1", "0.1.0", out, "for a court") == 2
    with store.read("harbour") as reader:
        return out.getvalue(), heads.verifier_key(reader, KEY)


def _check(archive: bytes, key: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the verifier as a third party would: isolated, without Tocsin."""
    file = folder / "archive.zip"
    file.write_bytes(archive)
    command = [sys.executable, "-I", str(VERIFIER), str(file), key]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, timeout=60)


def test_the_verifier_is_short_and_imports_nothing_of_tocsin() -> None:
    text = VERIFIER.read_text("utf-8")
    assert len(text.splitlines()) <= 100
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name) or ""
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert {name.split(".")[0] for name in imported} <= {*sys.stdlib_module_names, "cryptography"}


def test_a_third_party_verifies_what_was_exported(filled: Store, tmp_path: Path) -> None:
    done = _check(*_export(filled), tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "All checks passed." in done.stdout
    for word in ("evidence-added", "evidence-read", "evidence-exported", "p-sami", "p-dana"):
        assert word in done.stdout
    archive = zipfile.ZipFile(io.BytesIO(_export(filled)[0]))
    assert archive.read("evidence/ev-1") == MAIL
    assert all(re.fullmatch(r"[\w/.\-]+", name) and ".." not in name for name in archive.namelist())


def _members(archive: bytes) -> dict[str, bytes]:
    source = zipfile.ZipFile(io.BytesIO(archive))
    return {name: source.read(name) for name in source.namelist()}


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, raw in members.items():
            target.writestr(name, raw)
    return out.getvalue()


def _changed(archive: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    return _zipped({member: change(raw) if member == name else raw for member, raw in _members(archive).items()})


def _first_proof_gone(raw: bytes) -> bytes:
    entries = json.loads(raw)
    entries[0]["proof"] = entries[0]["proof"][1:]
    return json.dumps(entries).encode()


def _other_history(raw: bytes) -> bytes:
    manifest = json.loads(raw)
    manifest["exhibits"][1]["seqs"].append(manifest["exhibits"][0]["seqs"][1])
    return json.dumps(manifest).encode()


def _one_exhibit_less(raw: bytes) -> bytes:
    manifest = json.loads(raw)
    del manifest["exhibits"][1]
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()


def _no_content(raw: bytes) -> bytes:
    manifest = json.loads(raw)
    del manifest["exhibits"][0]["content"]
    return json.dumps(manifest).encode()


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("evidence/ev-1", lambda raw: raw.replace(b"closed", b"opened")),
        ("records/ev-1.json", lambda raw: raw.replace(b"Dana", b"Sami")),
        ("entries.json", _first_proof_gone),
        ("entries.json", lambda raw: raw.replace(b'"seq": 9', b'"seq": 10')),
        ("manifest.json", _other_history),
        ("manifest.json", _no_content),
        ("manifest.json", _one_exhibit_less),
        ("manifest.json", lambda raw: raw.replace(b"The mails of March", b"The mails of April")),
        ("manifest.json", lambda raw: raw.replace(b'"size": ', b'"size": 1')),
        ("case.jsonld", lambda raw: raw.replace(b"Dana", b"Sami")),
        ("case.jsonld", lambda raw: raw + b"\n"),
        ("README.txt", lambda raw: raw.replace(b"verify_evidence.py", b"believe_me.py")),
        ("key.txt", lambda raw: raw.replace(b"+", b"-")),
        ("manifest.json", lambda _: b"{}"),
        ("checkpoint.txt", lambda raw: re.sub(rb"\n\d+\n", b"\n99\n", raw)),
        ("checkpoint.txt", lambda _: b""),
        ("entries.json", lambda _: b"[1]"),
    ],
)
def test_every_change_is_noticed(filled: Store, tmp_path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    archive, key = _export(filled)
    changed = _changed(archive, name, change)
    assert changed != _changed(archive, "", change), "nothing was changed"
    done = _check(changed, key, tmp_path)
    assert done.returncode == 1, done.stdout
    assert "WRONG" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_dropped_exhibit_is_noticed(filled: Store, tmp_path: Path) -> None:
    """With its files, its lines of the manifest and its entries, so that the rest of the archive holds together."""
    archive, key = _export(filled)
    kept = {name: raw for name, raw in _members(archive).items() if "ev-2" not in name}
    kept["manifest.json"] = _one_exhibit_less(kept["manifest.json"])
    done = _check(_zipped(kept), key, tmp_path)
    assert done.returncode == 1
    assert "no entry says that this manifest with these exhibits was exported" in done.stdout


def test_the_manifest_is_not_guessed_from_its_digest(filled: Store) -> None:
    first, second = (json.loads(_members(_export(filled)[0])["manifest.json"]) for _ in range(2))
    assert first["nonce"] != second["nonce"]
    assert len(first["nonce"]) >= 16


def test_another_key_and_another_file_are_noticed(filled: Store, tmp_path: Path) -> None:
    archive, key = _export(filled)
    with filled.read("harbour") as reader:
        other = heads.verifier_key(reader, SigningKey(b"o" * 32))
    assert _check(archive, other, tmp_path).returncode == 1
    assert _check(b"no zip", key, tmp_path).returncode == 1
    out = io.BytesIO(archive)
    with zipfile.ZipFile(out, "a") as target:
        target.writestr("evidence/more", b"slipped in")
    assert _check(out.getvalue(), key, tmp_path).returncode == 1


def test_erased_evidence_is_shown_as_erased_and_the_archive_still_verifies(filled: Store, tmp_path: Path) -> None:
    evidence.erase(lead(filled, CLOCK), "ev-1", e.Ground.ORDER)
    archive, key = _export(filled)
    done = _check(archive, key, tmp_path)
    assert done.returncode == 0, done.stdout
    assert "'erased'" in done.stdout
    assert b"account will be closed" not in archive
    with pytest.raises(InputError, match="gone: erased"):
        evidence.read(lead(filled, CLOCK), "ev-1", "again")


def test_expired_evidence_has_its_entry_in_its_custody(filled: Store, clock: Clock) -> None:
    soon = msgspec.structs.replace(collected(), retain_until=clock())
    evidence.add(lead(filled, clock), "case-1", [soon])
    clock.time += timedelta(days=1)
    assert evidence.expire(lead(filled, clock)) == 2
    with filled.read("harbour") as reader:
        item = reader.views.evidence("ev-3")
        assert item is not None
        assert (item.state, item.custody[-1].type) == ("expired", "retention-expired")


def test_a_message_of_a_case_becomes_an_exhibit_with_a_retention_of_its_own(house: House, tmp_path: Path) -> None:
    """And what is done with it from then on is in its custody, and in the archive."""
    raw = written(9, subject="BAD")
    (done,) = submission.submit(house.dana, Judge(make_engine()), [raw])
    message = done.message or ""
    case = cases.open_case(house.dana, "March", [incidents.open_incident(house.dana, "Mails", [message])])
    entry = evidence.add_message(house.sami, case, message, "0.1.0", 365)
    added = entry.event
    assert isinstance(added, e.EvidenceAdded)
    assert added.retain_until == entry.occurred_at + timedelta(days=365)
    house.clock.time += timedelta(days=91)
    evidence.expire(house.dana)
    with house.store.read("harbour") as reader:
        assert reader.vault.get(added.content) == raw
        record = reader.vault.get(added.record) or b""
        assert msgspec.json.decode(record, type=EvidenceRecord).collected_by == "Sami Haddad"
    with pytest.raises(InputError, match="is gone"):
        evidence.add_message(house.sami, case, message, "0.1.0")
    assert evidence.read(house.dana, added.evidence, "for the report") == raw
    evidence.export(house.dana, KEY, case, "0.1.0", io.BytesIO(), "for the prosecutor")
    (piece,) = evidence.pieces(house.dana, case)
    assert [one.type for one in piece.custody] == ["evidence-added", "evidence-read", "evidence-exported"]
    with house.store.read("harbour") as reader:
        (exported,) = reader.log.several([piece.custody[-1].seq])
        assert isinstance(exported.event, e.EvidenceExported)
        assert notes.text(reader, exported.event.purpose or "") == "for the prosecutor"


def test_only_a_message_of_the_case_that_may_be_opened_becomes_an_exhibit(house: House) -> None:
    by = Judge(make_engine())
    (bad,) = submission.submit(house.dana, by, [written(9, subject="BAD")])
    (calm,) = submission.submit(house.dana, by, [written(3)])
    incident = incidents.open_incident(house.dana, "Mails", [calm.message or ""])
    case = cases.open_case(house.dana, "March", [incident])
    with pytest.raises(InputError, match="belongs to no incident"):
        evidence.add_message(house.dana, case, bad.message or "", "0.1.0")
    with pytest.raises(BreakGlassError):
        evidence.add_message(house.dana, case, calm.message or "", "0.1.0")
    with pytest.raises(NotFoundError):
        evidence.add_message(house.dana, case, "mail-99", "0.1.0")
    assert evidence.pieces(house.dana, case) == ()


def test_what_is_not_there_is_told(filled: Store) -> None:
    dana = lead(filled, CLOCK)
    for ask in (
        lambda: evidence.add(dana, "case-9", [collected()]),
        lambda: evidence.read(dana, "ev-9", "why"),
        lambda: evidence.pieces(dana, "case-9"),
        lambda: evidence.export(dana, KEY, "case-9", "0", io.BytesIO(), "why"),
    ):
        with pytest.raises(NotFoundError):
            ask()
    with pytest.raises(InputError, match="no evidence"):
        evidence.export(dana, KEY, cases.open_case(dana, "Nothing yet"), "0", io.BytesIO(), "why")


def test_a_case_is_read_by_those_cleared_for_its_strictest_incident(filled: Store) -> None:
    """One without incidents bears no label, and what bears none is RED."""
    sami = entered(filled, CLOCK, "p-sami", Role.LEAD, clearance=Tlp.AMBER_STRICT)
    assert cases.cases(sami) == ()
    assert [shown.title for shown in cases.cases(lead(filled, CLOCK))] == ["The mails of March"]
    for subject in ("case-1", "ev-1", "no such thing"):
        with pytest.raises(InputError, match=f"holds nothing about {subject}"):
            evidence.erase(sami, subject, e.Ground.CLOSED)
    for ask in (
        lambda: evidence.add(sami, "case-1", [collected()]),
        lambda: evidence.read(sami, "ev-1", "why"),
        lambda: evidence.pieces(sami, "case-1"),
        lambda: evidence.export(sami, KEY, "case-1", "0", io.BytesIO(), "why"),
    ):
        with pytest.raises(NotFoundError):
            ask()


def test_erasing_looks_up_what_is_about_something_and_reads_nothing_else(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[int] = []
    several = Log.several

    def counted(self: Log, seqs: Sequence[int]) -> list[e.Envelope]:
        reads.extend(seqs)
        return several(self, seqs)

    def never(*_: object) -> Iterator[e.Envelope]:
        raise AssertionError("the log is read from its beginning")

    with filled.write("harbour") as writer:
        size = writer.log.size
        writer.append(*(judged(writer, f"m-{n}") for n in range(300)))
    monkeypatch.setattr(Log, "several", counted)
    monkeypatch.setattr(Log, "read", never)
    both = entered(filled, CLOCK, "p-dana", Role.LEAD, Role.ADMIN)
    assert evidence.erase(both, "p-sami", e.Ground.REQUEST) == 1
    assert evidence.erase(lead(filled, CLOCK), "case-1", e.Ground.CLOSED) == 5, "title, two contents, two records"
    assert reads
    assert max(reads) < size


def test_case_uco_is_valid_by_the_ontology(filled: Store, tmp_path: Path) -> None:
    document = zipfile.ZipFile(io.BytesIO(_export(filled)[0])).read("case.jsonld")
    file = tmp_path / "case.jsonld"
    file.write_bytes(document)
    program = Path(sys.executable).parent / "case_validate"
    done = subprocess.run(
        [program, "--allow-info", str(file)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout[-4_000:] + done.stderr[-2_000:]
    assert "Conforms: True" in done.stdout
    graph = json.loads(document)["@graph"]
    kinds = [node["@type"] for node in graph]
    assert kinds.count("uco-observable:File") == kinds.count("case-investigation:ProvenanceRecord") == 2
    broken = document.replace(b'"xsd:hexBinary"', b'"xsd:boolean"')
    file.write_bytes(broken)
    done = subprocess.run([program, str(file)], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode != 0, "the check can fail"


def test_nothing_is_read_or_exported_without_saying_what_for(filled: Store) -> None:
    dana = lead(filled, CLOCK)
    with filled.read("harbour") as reader:
        before = reader.log.size
    for purpose in ("", " \n"):
        with pytest.raises(InputError, match="no reason"):
            evidence.read(dana, "ev-1", purpose)
        with pytest.raises(InputError, match="no reason"):
            evidence.export(dana, KEY, "case-1", "0", io.BytesIO(), purpose)
    with filled.read("harbour") as reader:
        assert reader.log.size == before
