"""To which addresses a token may go."""

from __future__ import annotations

import pytest

from tocsin.model.error import InputError
from tocsin.net.calling import checked


@pytest.mark.parametrize(
    "url",
    ["https://[::1", "https://h.example:ab/", "https://h.example:99999/", "https://h\0.example/", "https://h.example/#a",
     "https://:secret@h.example/", "https://secret@h.example/", "https://h.example/?a=1", "ftp://h.example/", ""],
)  # fmt: skip
def test_what_is_no_address_is_refused_and_tells_no_secret(url: str) -> None:
    with pytest.raises(InputError, match="is no address of a server") as caught:
        checked(url)
    assert "secret" not in str(caught.value)


def test_an_address_ends_in_a_slash() -> None:
    assert checked("https://h.example:8443/a") == "https://h.example:8443/a/"
    assert checked("http://[::1]:8080") == "http://[::1]:8080/"
