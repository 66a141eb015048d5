"""A message as it was received: headers and parts with their places in the bytes, nothing decoded yet."""

from __future__ import annotations

from msgspec import Struct

from tocsin.model.defect import Defect


class Header(Struct, frozen=True, gc=False):
    """One header field. `value` is raw and unfolded (line breaks removed), not yet RFC 2047-decoded."""

    name: str
    """As spelled in the message."""
    key: str
    """The name in lower case, for comparison."""
    value: bytes


class Address(Struct, frozen=True, gc=False):
    """A mailbox: the name shown and the address used. Either may be empty in broken mail."""

    name: str
    email: str
    """Lower-cased addr-spec, or the raw text where it has no `@`."""

    @property
    def local(self) -> str:
        """What stands before the last @."""
        return self.email.rpartition("@")[0]

    @property
    def domain(self) -> str:
        """What stands behind the last @, or an empty string."""
        return self.email.rpartition("@")[2] if "@" in self.email else ""


class Part(Struct, frozen=True):
    """A node of the MIME tree. Its still encoded content is `source[start:end]`."""

    path: str
    """"1", "1.2", ...: the place in the tree, as IMAP numbers parts."""
    headers: tuple[Header, ...]
    media_type: str
    """Lower-case `type/subtype`; `text/plain` where absent or unreadable (RFC 2045, section 5.2)."""
    params: dict[str, str]
    """Content-Type parameters, RFC 2231-decoded, names in lower case."""
    disposition: str
    """`attachment`, `inline` or empty."""
    filename: str
    """Decoded, from Content-Disposition, else from Content-Type's `name`; empty where none is given."""
    encoding: str
    """Content-Transfer-Encoding in lower case; empty where absent."""
    source: bytes
    start: int
    end: int
    children: tuple[Part, ...] = ()

    @property
    def size(self) -> int:
        """Encoded size in bytes."""
        return self.end - self.start

    def header(self, name: str) -> bytes:
        """The raw value of the first field of that name (given in lower case), or b""."""
        for field in self.headers:
            if field.key == name:
                return field.value
        return b""


class Message(Struct, frozen=True):
    """A parsed message. Parts are decoded only when asked for (`tocsin.formats.content`)."""

    raw: bytes
    root: Part
    parts: tuple[Part, ...]
    """Every node of the tree, depth first, the root first."""
    defects: tuple[Defect, ...]

    @property
    def headers(self) -> tuple[Header, ...]:
        """The header fields of the message itself, in order."""
        return self.root.headers

    def values(self, name: str) -> list[bytes]:
        """The raw values of all fields of that name (given in lower case), in order."""
        return [field.value for field in self.root.headers if field.key == name]
