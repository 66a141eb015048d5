from __future__ import annotations

import os
from pathlib import Path

import pytest

from tocsin.model.error import InputError, KeyFileError
from tocsin.net.settings import NAME, Oidc, Settings, load, secret

NODE = """
[oidc]
issuer = "https://id.example"
client_id = "tocsin"
name = "حسابات الميناء"
"""


def _written(home: Path, text: str | bytes) -> Path:
    file = home / NAME
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_without_a_file_there_is_no_provider(tmp_path: Path) -> None:
    assert load(tmp_path, {}) == Settings()
    assert load(tmp_path, {}).oidc.issuer == ""


def test_what_stands_in_the_file_is_taken(tmp_path: Path) -> None:
    _written(tmp_path, NODE)
    assert load(tmp_path, {}).oidc == Oidc("https://id.example", "tocsin", "", "حسابات الميناء")


def test_the_environment_wins_field_by_field(tmp_path: Path) -> None:
    _written(tmp_path, NODE)
    given = {"TOCSIN_OIDC_ISSUER": "https://other.example", "TOCSIN_OIDC_NAME": "", "TOCSIN_OIDC_NONSENSE": "x"}
    assert load(tmp_path, given).oidc == Oidc("https://other.example", "tocsin", "", "")


@pytest.mark.parametrize(
    "text",
    ["[oidc", "[oidc]\nissuer = 1\n", "[oidc]\nisuer = 'https://id.example'\n", "[oicd]\n", b"[oidc]\nname = '\xff'\n"],
)
def test_a_file_that_cannot_be_meant_is_refused_with_its_name(tmp_path: Path, text: str | bytes) -> None:
    file = _written(tmp_path, text)
    with pytest.raises(InputError, match="is not as it should be") as refused:
        load(tmp_path, {})
    assert str(file) in str(refused.value)
    assert refused.value.hint


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path, {})


def test_a_public_client_has_no_secret(tmp_path: Path) -> None:
    assert secret(tmp_path, Oidc()) == ""


@pytest.mark.parametrize("is_absolute", [True, False])
def test_the_secret_is_what_the_file_holds(tmp_path: Path, is_absolute: bool) -> None:
    file = tmp_path / "secret"
    file.write_text(" s3cret: with/signs \n", "ascii")
    file.chmod(0o600)
    named = str(file) if is_absolute else "secret"
    assert secret(tmp_path, Oidc(secret_file=named)) == "s3cret: with/signs"


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o601])
def test_a_secret_that_others_can_read_is_refused_and_not_told(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "secret"
    file.write_text("s3cret", "ascii")
    file.chmod(mode)
    with pytest.raises(KeyFileError, match="can be read by others") as refused:
        secret(tmp_path, Oidc(secret_file="secret"))
    assert "chmod 600" in str(refused.value.hint)
    assert "s3cret" not in f"{refused.value}{refused.value.hint}"


def test_a_secret_that_is_missing_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="cannot be read"):
        secret(tmp_path, Oidc(secret_file="secret"))
