from __future__ import annotations

import pytest

from tocsin.formats import checkpoint
from tocsin.model.error import LogError
from tocsin.model.proof import Head
from tocsin.net.keys import SigningKey

KEY = SigningKey(b"s" * 32)
HEAD = Head("tocsin/log-1", 7, bytes(range(32)))
TEXT = checkpoint.sign(HEAD, KEY)
VERIFIER = checkpoint.verifier_key(HEAD.origin, KEY.public)


def test_a_checkpoint_has_the_form_of_the_specification() -> None:
    origin, size, root, empty, signature, end = TEXT.split("\n")
    assert (origin, size, empty, end) == ("tocsin/log-1", "7", "", "")
    assert root == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    assert signature.startswith("\u2014 tocsin/log-1 ")
    assert checkpoint.verify(TEXT, VERIFIER) == HEAD


def test_the_published_example_of_a_signed_note_verifies() -> None:
    """From the documentation of Go's package sumdb/note."""
    key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    name, public = checkpoint.public_of(key)
    assert checkpoint.verifier_key(name, public) == key


def test_cosignatures_of_witnesses_do_not_disturb() -> None:
    cosigned = TEXT + "\u2014 witness.example AAAAAAAA\n"
    assert checkpoint.verify(cosigned, VERIFIER) == HEAD


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("\n7\n", "\n8\n"), TEXT.replace("log-1", "log-2"), TEXT.replace("AAEC", "AAED"), "", "\n\n",
        TEXT.partition("\u2014")[0], TEXT.replace("\u2014", "-"), TEXT.replace("\n7\n", "\n-7\n"), "a\n1\nAA==\n\n",
        TEXT.replace("tocsin/log-1 ", "tocsin/log-1 !"), "x" * 200_000,
    ],
)  # fmt: skip
def test_what_was_changed_is_refused(text: str) -> None:
    with pytest.raises(LogError):
        checkpoint.verify(text, VERIFIER)


@pytest.mark.parametrize("key", ["", "a+b", "a+00000000+AAAA", VERIFIER.replace("log-1", "log-2")])
def test_another_key_is_refused(key: str) -> None:
    with pytest.raises(LogError):
        checkpoint.verify(TEXT, key)


def test_a_file_may_hold_several() -> None:
    other = checkpoint.sign(Head("tocsin/log-1", 9, bytes(32)), KEY)
    assert list(checkpoint.split(f"{TEXT}\n{other}")) == [TEXT, other]
    assert list(checkpoint.split("")) == []
    with pytest.raises(LogError):
        list(checkpoint.split(TEXT + "and more"))
