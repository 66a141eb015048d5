"""How much of hostile input is looked at. Beyond a limit stands a defect, never a crash and never silence."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """All limits on input, in one place. The defaults let every real message of the test corpora through untouched."""

    max_header_bytes: int = 1_000_000
    """Bytes of one header block that are read."""
    max_headers: int = 2_000
    """Header fields of one part that are read."""
    max_parts: int = 1_000
    """MIME parts of one message."""
    max_depth: int = 30
    """Nesting of multiparts and messages."""
    max_decoded_bytes: int = 50_000_000
    """Bytes of one part after its transfer encoding is undone."""
    max_text_chars: int = 200_000
    """Characters of one text that checks read."""
    max_links: int = 2_000
    """Links of one message that checks read."""

    max_judge_seconds: float = 120
    """Seconds by the clock for judging one message. After that it is given up and reported as `took-too-long`."""

    max_message_bytes: int = 64 << 20
    """Bytes of one message; the rest is cut off with the defect `message-cut`. Large providers accept 25 to 150 MB."""
    max_unpacked_bytes: int = 64 << 30
    """Bytes that all archives inside one input file may unpack to, every nesting counted."""
    max_entry_bytes: int = 32 << 30
    """Bytes that one archive entry may unpack to."""
    max_ratio: int = 200
    """Unpacked bytes for each packed byte. Mailboxes reach about 15; deflate itself cannot exceed 1,032 a layer."""
    ratio_floor: int = 64 << 20
    """Unpacked bytes below which the ratio is not looked at: small repetitive things are harmless."""
    max_entries: int = 500_000
    """Entries of all archives inside one input file."""
    max_archive_depth: int = 4
    """Archives inside archives; a compressed tar counts as two."""
    max_folder_depth: int = 100
    """Folders inside folders, on disk and in an Outlook store."""
    max_embedded_depth: int = 8
    """Messages inside messages that are rebuilt from Outlook formats."""
    max_attachments: int = 1_000
    """Attachments, and as many recipients, of one rebuilt message."""
    max_properties: int = 5_000
    """Properties of one Outlook object."""
    max_rtf_bytes: int = 16 << 20
    """Bytes of rich text after its compression is undone."""
    max_memory_bytes: int = 512 << 20
    """Bytes of standard input or of an archive entry that a newsroom's scan holds in memory. It writes nothing to disk,
    so more is not read."""
    spool_bytes: int = 16 << 20
    """Bytes of standard input or of an archive entry held in memory before a temporary file takes them."""
    max_line_bytes: int = 16 << 20
    """Bytes of one record of a log; a longer one is left out with `too-long`, and the next one read."""
