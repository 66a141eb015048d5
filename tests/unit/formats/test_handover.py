"""Archives of a hand-over that are none, or more than is allowed: refused, whatever they hold.

What a sound one holds, and that it is refused once anything of it is altered, stands in `tests/unit/app/test_handover`.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.formats import checkpoint, handover
from tocsin.formats.checkpoint import verifier_key
from tocsin.model.error import InputError
from tocsin.model.proof import Head
from tocsin.net.keys import SigningKey

KEY = verifier_key("tocsin/log", SigningKey(b"s" * 32).public)


def _zip(write: Callable[[zipfile.ZipFile], None]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        write(archive)
    return out.getvalue()


def _twice(archive: zipfile.ZipFile) -> None:
    for content in ("a", "b"):
        archive.writestr("checkpoint.txt", content)


def _bomb(archive: zipfile.ZipFile) -> None:
    zeros = bytes(1 << 20)
    with archive.open("checkpoint.txt", "w", force_zip64=True) as file:
        for _ in range(257):
            file.write(zeros)


def _many(archive: zipfile.ZipFile) -> None:
    for number in range(10_001):
        archive.writestr(str(number), b"")


@pytest.mark.parametrize(
    ("write", "said"),
    [(_twice, "names a file twice"), (_bomb, "too large"), (_many, "too large"), (lambda _: None, "broken")],
)
def test_what_is_more_than_is_allowed_is_not_read(write: Callable[[zipfile.ZipFile], None], said: str) -> None:
    with pytest.raises(InputError, match="cannot be taken") as refused:
        handover.read(_zip(write), KEY)
    assert said in str(refused.value.problem.values["problem"])


def _nested(archive: zipfile.ZipFile) -> None:
    head = checkpoint.sign(Head("tocsin/log", 1, bytes(32)), SigningKey(b"s" * 32))
    archive.writestr("checkpoint.txt", head)
    archive.writestr("entries.json", '[{"more": ' + "[" * 200_000)


def test_json_that_is_nested_too_deep_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be taken") as refused:
        handover.read(_zip(_nested), KEY)
    assert "Ask the one who handed it over" in str(refused.value.hint)


@given(st.binary(max_size=300), st.text(max_size=60))
def test_no_bytes_and_no_key_break_it(raw: bytes, key: str) -> None:
    with pytest.raises(InputError):
        handover.read(raw, key)
    with pytest.raises(InputError):
        handover.read(_zip(lambda archive: archive.writestr("checkpoint.txt", raw)), KEY)
