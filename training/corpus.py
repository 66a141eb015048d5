"""The real mail that the shipped model may be fitted on, as the fit sees it."""

from __future__ import annotations

import re
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "fit"
HELD_OUT: Final = ("list_i2c", "sa_easy2")
"""Ham sources that no fit sees: the benchmark's unseen delivered mail."""
LABELS: Final = {
    "list_clk": "clean",
    "list_kasan": "clean",
    "sa_easy": "clean",
    "sa_hard": "clean",
    "sa_spam": "unwanted",
    "sa_spam2": "unwanted",
}

# What receivers, lists and filters stamp on a message. Half of the fitting mail loses it, so that the model learns to
# judge with and without.
_STAMPS: Final = re.compile(
    rb"(?im)^(?:x-[a-z0-9-]*|authentication-results|arc-[a-z-]+|received-spf|delivered-to|return-path|envelope-to|"
    rb"list-[a-z-]+|precedence|errors-to|mailing-list|archived-at|status|lines|old-return-path|resent-[a-z-]+|sender|"
    rb"mail-followup-to)[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*"
)
_RECIPIENTS: Final = re.compile(rb"(?im)^(?:to|cc)[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*")


def fitting_mail(folder: Path = FOLDER, without: frozenset[str] = frozenset()) -> Iterator[tuple[str, str, bytes]]:
    """Yield (source, label, raw) of the fitting sources but for `without`; half of the mail loses its stamps."""
    for archive in sorted(folder.glob("*.tar.xz")):
        with tarfile.open(archive) as tar:
            for member in tar:
                source = member.name.split("/")[-2] if "/" in member.name else ""
                file = (
                    tar.extractfile(member) if member.isfile() and source in LABELS and source not in without else None
                )
                if file is not None:
                    raw = file.read().replace(b"\r\n", b"\n")
                    stripped = zlib.crc32(member.name.encode()) & 1
                    yield source, LABELS[source], without_stamps(raw) if stripped else raw


def without_stamps(raw: bytes) -> bytes:
    """Return a message (LF line ends) as if freshly sent to user@example.org, without receivers' and lists' stamps."""
    head, mark, body = raw.partition(b"\n\n")
    head = _STAMPS.sub(b"", head + b"\n")
    head = _RECIPIENTS.sub(b"", head) + b"To: user@example.org"
    return head + mark + body
