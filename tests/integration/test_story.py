"""`make story`, and what it leaves behind as others would look at it: not by the code that wrote it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import dns.rdatatype
import dns.zone
import pytest
import stix2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from scripts import story
from tests.real import needs

ROOT = Path(__file__).resolve().parents[2]


def tell(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts.story", str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=280,
        check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story, told once."""
    where = tmp_path_factory.mktemp("story") / "story"
    done = tell(where)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Told to the end" in done.stdout
    return where


def test_the_bundle_is_read_strictly_by_another_library(folder: Path) -> None:
    read = stix2.parse((folder / "bundle.stix.json").read_text("utf-8"), allow_custom=False)
    values = {one.name for one in read.objects if one.type == "indicator"}
    assert values == set(story.HOSTS)


def test_the_zone_is_loaded_by_dnspython(folder: Path) -> None:
    zone = dns.zone.from_text((folder / "tocsin.rpz").read_text("utf-8"), origin="tocsin.rpz.")
    names = {name.to_text() for name, _, _ in zone.iterate_rdatas(dns.rdatatype.CNAME)}
    assert names == {prefix + host for host in story.HOSTS for prefix in ("", "*.")}


@pytest.mark.real
def test_the_zone_is_loaded_by_bind(folder: Path) -> None:
    needs("bind9-utils")
    check = ["named-checkzone", "tocsin.rpz", str(folder / "tocsin.rpz")]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def _envelope(folder: Path) -> tuple[dict[str, Any], bytes]:
    """The envelope, and what DSSE says is signed of it: PAE of type and payload."""
    found = json.loads((folder / "statement" / "statement.dsse.json").read_bytes())
    payload, kind = base64.b64decode(found["payload"]), found["payloadType"].encode()
    return found, b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def _publics(folder: Path) -> list[Ed25519PublicKey]:
    printed = re.findall(r"(?m)^ {2}[\w-]+\+[0-9a-f]{8}\+(\S+)$", (folder / "said.txt").read_text("utf-8"))
    return [Ed25519PublicKey.from_public_bytes(base64.b64decode(key)[1:]) for key in printed]


def test_both_agencies_signed_it_as_anybody_can_compute(folder: Path) -> None:
    found, signed = _envelope(folder)
    assert found["payloadType"] == "application/vnd.in-toto+json"
    publics = _publics(folder)
    assert len(publics) == len(found["signatures"]) == 2
    for public, signature in zip(publics, found["signatures"], strict=True):
        raw = base64.b64decode(signature["sig"])
        public.verify(raw, signed)
        with pytest.raises(InvalidSignature):
            public.verify(raw, signed + b" ")


def test_the_statement_is_of_the_files_that_are_there(folder: Path) -> None:
    payload = json.loads(base64.b64decode(_envelope(folder)[0]["payload"]))
    assert payload["_type"] == "https://in-toto.io/Statement/v1"
    for subject in payload["subject"]:
        raw = (folder / "statement" / subject["name"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == subject["digest"]["sha256"]
    assert {one["name"] for one in payload["subject"]} == {
        "statement.en.txt", "statement.ar.txt", "bundle.stix.json", "checkpoint.txt"
    }  # fmt: skip


def test_the_texts_say_that_they_are_made_up_and_name_no_victim(folder: Path) -> None:
    english, arabic = ((folder / "statement" / f"statement.{one}.txt").read_text("utf-8") for one in ("en", "ar"))
    assert "SYNTHETIC" in english
    assert "مُختلَق" in arabic
    for _, agency in story.AGENCIES:
        for name, text in zip(agency.split("="), (english, arabic), strict=True):
            assert name in text
    assert not re.search("harbour|dana|osman|الميناء|دانا", english + arabic, re.IGNORECASE)


def test_a_step_that_fails_ends_the_story_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told of an attack that is not in the examples."""
    monkeypatch.setattr(story, "SENDER", "nobody@nowhere.test")
    monkeypatch.setattr(sys, "argv", ["story", str(tmp_path / "story")])
    with pytest.raises(SystemExit) as ended:
        story.main()
    assert ended.value.code == 1


def test_a_check_that_does_not_hold_fails(tmp_path: Path) -> None:
    telling = story.Story(tmp_path / "story")
    telling.check(True, "so")
    assert "[checked] so" in telling.kept("said.txt")
    with pytest.raises(story.FailedError, match="not so: so"):
        telling.check([], "so")
    with pytest.raises(story.FailedError, match="ended with 0 and not with 1"):
        telling.run("--version", expect=1)
