"""The measuring corpus: archives of single messages, read into memory and never copied into the project."""

from __future__ import annotations

import random
import re
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

from bench.lib.headers import first, split

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
"""Where the archives lie: beside the project, never in it."""

FIT_HAM = ("fit/ham-spamassassin", "fit/ham-lists")
FIT_SPAM = ("fit/spam-spamassassin",)
FINAL_BAD = ("measure/phish-honeypot-final",)
LOOK_BAD = ("measure/phish-honeypot-look",)
FINAL_NEWS = ("measure/ham-newsletters-final",)

_SCL = re.compile(rb"SCL:\s*(-?\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Mail:
    """One message of the corpus: the folder it came in, its name there, and its bytes as delivered."""

    source: str
    name: str
    raw: bytes


def available(root: Path = CORPUS) -> bool:
    """Whether the corpus is on this machine."""
    return all((root / f"{name}.tar.xz").is_file() for name in FIT_HAM + FIT_SPAM + FINAL_BAD + LOOK_BAD + FINAL_NEWS)


def load(names: Iterable[str], root: Path = CORPUS) -> list[Mail]:
    """All messages of the named archives, ordered by source and name so that a seeded sample is stable."""
    mails = [mail for name in names for mail in _read(root / f"{name}.tar.xz")]
    return sorted(mails, key=lambda mail: (mail.source, mail.name))


def _read(archive: Path) -> Iterator[Mail]:
    with tarfile.open(archive, "r:xz") as tar:
        for entry in tar:
            handle = tar.extractfile(entry) if entry.isfile() else None
            if handle is not None:
                place = Path(entry.name)
                yield Mail(place.parent.name, place.name, handle.read())


def by_source(mails: Iterable[Mail]) -> dict[str, list[Mail]]:
    """Messages grouped by source, order kept."""
    groups: dict[str, list[Mail]] = {}
    for mail in mails:
        groups.setdefault(mail.source, []).append(mail)
    return groups


def sample(mails: Sequence[Mail], size: int, seed: int) -> list[Mail]:
    """`size` messages drawn without replacement, sources in equal shares as far as they reach; all when too few."""
    if len(mails) <= size:
        return list(mails)
    rng = random.Random(seed)
    groups = by_source(mails)
    for group in groups.values():
        rng.shuffle(group)
    drawn: list[Mail] = []
    while len(drawn) < size:
        for group in list(groups.values()):
            if group and len(drawn) < size:
                drawn.append(group.pop())
    return sorted(drawn, key=lambda mail: (mail.source, mail.name))


def sender(raw: bytes) -> str:
    """The address in the first From field, lower case; empty where none can be read."""
    value = first(split(raw)[0], b"from").decode("latin-1")
    address = parseaddr(value)[1].lower()
    return address if "@" in address else ""


def scl(raw: bytes) -> int | None:
    """The spam confidence level its receiving provider (Exchange Online) stamped on a raw message, -1 to 9, or None.

    From X-MS-Exchange-Organization-SCL, else from SCL: in X-Forefront-Antispam-Report.
    """
    fields = split(raw)[0]
    level = first(fields, b"x-ms-exchange-organization-scl").strip()
    if re.fullmatch(rb"-?\d+", level):
        return int(level)
    found = _SCL.search(first(fields, b"x-forefront-antispam-report"))
    return int(found[1]) if found else None


def provider_passed(raw: bytes) -> bool:
    """Whether the receiving provider had let the message through: a stamped SCL of 1 or less."""
    level = scl(raw)
    return level is not None and level <= 1
