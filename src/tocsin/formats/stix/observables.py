"""Things that can be observed, in STIX 2.1 (section 6), and the properties by which two of them are the same.

An observable's id is made of the properties in `IDENTIFYING` (each type's "ID Contributing Properties").
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from msgspec import UNSET, Meta, UnsetType

from tocsin.formats.stix.parts import (
    AccountRef,
    ArtifactRef,
    DirectoryRef,
    FileRef,
    GranularMarking,
    Hashes,
    MarkingRefs,
    Names,
    Part,
    Refs,
    Text,
    Thing,
    Time,
    in_order,
    to,
)

Port = Annotated[int, Meta(ge=0, le=65_535)]
Size = Annotated[int, Meta(ge=0)]
EmailRef = Annotated[str, to("email-addr")]
HostRef = Annotated[str, to("ipv4-addr", "ipv6-addr", "mac-addr", "domain-name")]
AsRefs = tuple[Annotated[str, to("autonomous-system")], ...]
MacRefs = tuple[Annotated[str, to("mac-addr")], ...]


class Observed(Thing, frozen=True, kw_only=True):
    """What all observables have in common (section 3.2)."""

    object_marking_refs: MarkingRefs | UnsetType = UNSET
    granular_markings: tuple[GranularMarking, ...] | UnsetType = UNSET
    defanged: bool | UnsetType = UNSET
    extensions: dict[str, dict[str, Any]] | UnsetType = UNSET


class Artifact(Observed, frozen=True, kw_only=True, tag="artifact"):
    """Bytes, here or elsewhere (section 6.1)."""

    mime_type: str | UnsetType = UNSET
    payload_bin: str | UnsetType = UNSET
    url: str | UnsetType = UNSET
    hashes: Hashes | UnsetType = UNSET
    encryption_algorithm: Literal["AES-256-GCM", "ChaCha20-Poly1305", "mime-type-indicated"] | UnsetType = UNSET
    decryption_key: str | UnsetType = UNSET

    def __post_init__(self) -> None:
        Thing.__post_init__(self)
        if (self.payload_bin is UNSET) == (self.url is UNSET):
            raise ValueError("payload_bin: one-of-two")
        if self.url is not UNSET and self.hashes is UNSET:
            raise ValueError("hashes: missing")


class AutonomousSystem(Observed, frozen=True, kw_only=True, tag="autonomous-system"):
    """A network with a number (section 6.2)."""

    number: Size
    name: str | UnsetType = UNSET
    rir: str | UnsetType = UNSET


class Directory(Observed, frozen=True, kw_only=True, tag="directory"):
    """A folder (section 6.3)."""

    path: Text
    path_enc: str | UnsetType = UNSET
    ctime: Time | UnsetType = UNSET
    mtime: Time | UnsetType = UNSET
    atime: Time | UnsetType = UNSET
    contains_refs: tuple[Annotated[str, to("file", "directory")], ...] | UnsetType = UNSET


class DomainName(Observed, frozen=True, kw_only=True, tag="domain-name"):
    """A host's name (section 6.4)."""

    value: Text
    resolves_to_refs: tuple[Annotated[str, to("ipv4-addr", "ipv6-addr", "domain-name")], ...] | UnsetType = UNSET


class EmailAddr(Observed, frozen=True, kw_only=True, tag="email-addr"):
    """An address of mail (section 6.5)."""

    value: Text
    display_name: str | UnsetType = UNSET
    belongs_to_ref: AccountRef | UnsetType = UNSET


class MimePart(Part, frozen=True, kw_only=True):
    """A part of a message (section 6.6.2)."""

    body: str | UnsetType = UNSET
    body_raw_ref: Annotated[str, to("artifact", "file")] | UnsetType = UNSET
    content_type: str | UnsetType = UNSET
    content_disposition: str | UnsetType = UNSET


class EmailMessage(Observed, frozen=True, kw_only=True, tag="email-message"):
    """A message (section 6.6)."""

    is_multipart: bool
    date: Time | UnsetType = UNSET
    content_type: str | UnsetType = UNSET
    from_ref: EmailRef | UnsetType = UNSET
    sender_ref: EmailRef | UnsetType = UNSET
    to_refs: tuple[EmailRef, ...] | UnsetType = UNSET
    cc_refs: tuple[EmailRef, ...] | UnsetType = UNSET
    bcc_refs: tuple[EmailRef, ...] | UnsetType = UNSET
    message_id: str | UnsetType = UNSET
    subject: str | UnsetType = UNSET
    received_lines: Names | UnsetType = UNSET
    additional_header_fields: dict[str, Any] | UnsetType = UNSET
    body: str | UnsetType = UNSET
    body_multipart: tuple[MimePart, ...] | UnsetType = UNSET
    raw_email_ref: ArtifactRef | UnsetType = UNSET

    def __post_init__(self) -> None:
        Thing.__post_init__(self)
        if self.is_multipart and self.body is not UNSET:
            raise ValueError("body: one-of-two")
        if not self.is_multipart and self.body_multipart is not UNSET:
            raise ValueError("body_multipart: one-of-two")


class File(Observed, frozen=True, kw_only=True, tag="file"):
    """A file (section 6.7); `size` in bytes."""

    hashes: Hashes | UnsetType = UNSET
    size: Size | UnsetType = UNSET
    name: str | UnsetType = UNSET
    name_enc: str | UnsetType = UNSET
    magic_number_hex: str | UnsetType = UNSET
    mime_type: str | UnsetType = UNSET
    ctime: Time | UnsetType = UNSET
    mtime: Time | UnsetType = UNSET
    atime: Time | UnsetType = UNSET
    parent_directory_ref: DirectoryRef | UnsetType = UNSET
    contains_refs: Refs | UnsetType = UNSET
    content_ref: ArtifactRef | UnsetType = UNSET

    def __post_init__(self) -> None:
        Thing.__post_init__(self)
        if self.hashes is UNSET and self.name is UNSET:
            raise ValueError("hashes: missing")


class Ipv4Addr(Observed, frozen=True, kw_only=True, tag="ipv4-addr"):
    """An address of IPv4, or a range of them (section 6.8)."""

    value: Text
    resolves_to_refs: MacRefs | UnsetType = UNSET
    belongs_to_refs: AsRefs | UnsetType = UNSET


class Ipv6Addr(Observed, frozen=True, kw_only=True, tag="ipv6-addr"):
    """An address of IPv6, or a range of them (section 6.9)."""

    value: Text
    resolves_to_refs: MacRefs | UnsetType = UNSET
    belongs_to_refs: AsRefs | UnsetType = UNSET


class MacAddr(Observed, frozen=True, kw_only=True, tag="mac-addr"):
    """A network card's address (section 6.10)."""

    value: Text


class Mutex(Observed, frozen=True, kw_only=True, tag="mutex"):
    """A lock by name (section 6.11)."""

    name: Text


class NetworkTraffic(Observed, frozen=True, kw_only=True, tag="network-traffic"):
    """What went from one host to another (section 6.12)."""

    start: Time | UnsetType = UNSET
    end: Time | UnsetType = UNSET
    is_active: bool | UnsetType = UNSET
    src_ref: HostRef | UnsetType = UNSET
    dst_ref: HostRef | UnsetType = UNSET
    src_port: Port | UnsetType = UNSET
    dst_port: Port | UnsetType = UNSET
    protocols: Annotated[Names, Meta(min_length=1)]
    src_byte_count: Size | UnsetType = UNSET
    dst_byte_count: Size | UnsetType = UNSET
    src_packets: Size | UnsetType = UNSET
    dst_packets: Size | UnsetType = UNSET
    ipfix: dict[str, Any] | UnsetType = UNSET
    src_payload_ref: ArtifactRef | UnsetType = UNSET
    dst_payload_ref: ArtifactRef | UnsetType = UNSET
    encapsulates_refs: tuple[Annotated[str, to("network-traffic")], ...] | UnsetType = UNSET
    encapsulated_by_ref: Annotated[str, to("network-traffic")] | UnsetType = UNSET

    def __post_init__(self) -> None:
        Thing.__post_init__(self)
        in_order(self.start, self.end, "end")
        if self.src_ref is UNSET and self.dst_ref is UNSET:
            raise ValueError("src_ref: missing")


class Process(Observed, frozen=True, kw_only=True, tag="process"):
    """A program that ran (section 6.13)."""

    is_hidden: bool | UnsetType = UNSET
    pid: int | UnsetType = UNSET
    created_time: Time | UnsetType = UNSET
    cwd: str | UnsetType = UNSET
    command_line: str | UnsetType = UNSET
    environment_variables: dict[str, str] | UnsetType = UNSET
    opened_connection_refs: tuple[Annotated[str, to("network-traffic")], ...] | UnsetType = UNSET
    creator_user_ref: AccountRef | UnsetType = UNSET
    image_ref: FileRef | UnsetType = UNSET
    parent_ref: Annotated[str, to("process")] | UnsetType = UNSET
    child_refs: tuple[Annotated[str, to("process")], ...] | UnsetType = UNSET


class Software(Observed, frozen=True, kw_only=True, tag="software"):
    """A program (section 6.14)."""

    name: Text
    cpe: str | UnsetType = UNSET
    swid: str | UnsetType = UNSET
    languages: Names | UnsetType = UNSET
    vendor: str | UnsetType = UNSET
    version: str | UnsetType = UNSET


class Url(Observed, frozen=True, kw_only=True, tag="url"):
    """An address on the web (section 6.15)."""

    value: Text


class UserAccount(Observed, frozen=True, kw_only=True, tag="user-account"):
    """An account (section 6.16)."""

    user_id: str | UnsetType = UNSET
    credential: str | UnsetType = UNSET
    account_login: str | UnsetType = UNSET
    account_type: str | UnsetType = UNSET
    display_name: str | UnsetType = UNSET
    is_service_account: bool | UnsetType = UNSET
    is_privileged: bool | UnsetType = UNSET
    can_escalate_privs: bool | UnsetType = UNSET
    is_disabled: bool | UnsetType = UNSET
    account_created: Time | UnsetType = UNSET
    account_expires: Time | UnsetType = UNSET
    credential_last_changed: Time | UnsetType = UNSET
    account_first_login: Time | UnsetType = UNSET
    account_last_login: Time | UnsetType = UNSET


class RegistryValue(Part, frozen=True, kw_only=True):
    """A value of a key (section 6.17.2)."""

    name: str | UnsetType = UNSET
    data: str | UnsetType = UNSET
    data_type: str | UnsetType = UNSET


class WindowsRegistryKey(Observed, frozen=True, kw_only=True, tag="windows-registry-key"):
    """A key of Windows' registry (section 6.17)."""

    key: str | UnsetType = UNSET
    values: tuple[RegistryValue, ...] | UnsetType = UNSET
    modified_time: Time | UnsetType = UNSET
    creator_user_ref: AccountRef | UnsetType = UNSET
    number_of_subkeys: int | UnsetType = UNSET


class X509Certificate(Observed, frozen=True, kw_only=True, tag="x509-certificate"):
    """A certificate (section 6.18)."""

    is_self_signed: bool | UnsetType = UNSET
    hashes: Hashes | UnsetType = UNSET
    version: str | UnsetType = UNSET
    serial_number: str | UnsetType = UNSET
    signature_algorithm: str | UnsetType = UNSET
    issuer: str | UnsetType = UNSET
    validity_not_before: Time | UnsetType = UNSET
    validity_not_after: Time | UnsetType = UNSET
    subject: str | UnsetType = UNSET
    subject_public_key_algorithm: str | UnsetType = UNSET
    subject_public_key_modulus: str | UnsetType = UNSET
    subject_public_key_exponent: int | UnsetType = UNSET
    x509_v3_extensions: dict[str, Any] | UnsetType = UNSET


IDENTIFYING: Final[dict[str, tuple[str, ...]]] = {
    "artifact": ("hashes", "payload_bin"),
    "autonomous-system": ("number",),
    "directory": ("path",),
    "domain-name": ("value",),
    "email-addr": ("value",),
    "email-message": ("from_ref", "subject", "body"),
    "file": ("hashes", "name", "parent_directory_ref", "extensions"),
    "ipv4-addr": ("value",),
    "ipv6-addr": ("value",),
    "mac-addr": ("value",),
    "mutex": ("name",),
    "network-traffic": (
        "start",
        "end",
        "src_ref",
        "dst_ref",
        "src_port",
        "dst_port",
        "protocols",
        "extensions",
    ),
    "process": (),
    "software": ("name", "cpe", "swid", "vendor", "version"),
    "url": ("value",),
    "user-account": ("account_type", "user_id", "account_login"),
    "windows-registry-key": ("key", "values"),
    "x509-certificate": ("hashes", "serial_number"),
}
