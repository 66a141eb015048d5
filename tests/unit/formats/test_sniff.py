"""What bytes are by their first bytes."""

from __future__ import annotations

import pytest

from tocsin.formats.sniff import sniff


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04rest", "zip"),
        (b"MZ\x90", "exe"),
        (b"GIF89a", "gif"),
        (b"<!DOCTYPE html><p>", "html"),
        (b"\xef\xbb\xbf  <!-- x --> <script>", "html"),
        (b"<!--" * 1000, "text"),
        (b'<?xml version="1.0"?><!-- c --><svg>', "svg"),
        (b"<?xml version='1.0'?><x>", "xml"),
        (b"\0\0\0\x18ftypmp42", "mp4"),
        (bytes(0x8001) + b"CD001" + bytes(10), "iso"),
        (b"plain words\n", "text"),
        (b"\x01\x02\x03\x04" * 20, ""),
        (b"a\0b", ""),
        (b"", "empty"),
    ],
)
def test_kinds(data: bytes, kind: str) -> None:
    assert sniff(data) == kind
