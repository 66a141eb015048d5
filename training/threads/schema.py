"""What the generator yields, and what a storyline is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tocsin.model.profile import Profile

Lang = Literal["en", "ar", "fa", "he", "de", "fr", "es", "pt"]
Side = Literal["attack", "twin"]
LANG_WEIGHTS: dict[Lang, float] = {"en": 38, "ar": 24, "fa": 13, "he": 13, "de": 3, "fr": 3, "es": 3, "pt": 3}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he"})


@dataclass(frozen=True, slots=True)
class Letter:
    """One message of a thread."""

    raw: bytes = field(repr=False)
    label: Literal["malicious", "clean"]
    """malicious: an attacker wrote it. An answer of the target, and all of a twin, is clean."""
    telling: bool
    """Whether the message itself differs from the twin's: a fit must leave out malicious ones that do not."""


@dataclass(frozen=True, slots=True)
class Thread:
    """One storyline as it came to one mailbox, and its benign twin."""

    id: str
    """Unique for a seed."""
    kind: str
    """`threads/` + storyline: never both sides of a split. Twin and attack share it."""
    technique: str
    """As in `plots.PLOTS`, or `everyday` for a thread without attack."""
    lang: Lang
    profile: bytes = field(repr=False)
    """The organisation as TOML, as `tocsin.identify.profile.load` reads it."""
    history: tuple[bytes, ...] = field(repr=False)
    """What the mailbox held before, in time order, sent copies too; shared by both sides."""
    messages: tuple[Letter, ...]
    """The thread, in time order."""
    twin: tuple[Letter, ...]
    """The honest thread of the same shape, as many messages; empty for `everyday`."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who writes or is written to."""

    name: str
    address: str
    offset: int
    """Minutes east of UTC."""
    route: str
    mailer: str
    auth: str = "pass"
    organisation: str = ""
    title: str = ""
    reply_to: str = ""
    signature: int = 0
    """Which of the usual shapes of a signature this person keeps."""
    native: str = ""
    """The name in the person's own script, where that is not Latin."""

    @property
    def first(self) -> str:
        """The first name, as greeted and signed."""
        return self.name.split()[0]

    @property
    def domain(self) -> str:
        """Where the address lives."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class House:
    """The organisation whose mailbox it is, with everybody its people write with."""

    profile: Profile
    toml: bytes
    people: tuple[Actor, ...]
    """Own people, official addresses; the first is the target, the second the principal, the third IT."""
    privates: tuple[Actor, ...]
    """The same people at their known private addresses."""
    partners: tuple[Actor, ...]
    """Known people at partners, one or two each."""
    roles: dict[str, str]
    """Kind of partner (bank, print, ...) -> its domain."""

    @property
    def domain(self) -> str:
        """The organisation's mail domain."""
        return self.profile.organisation.domains[0]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a storyline, as `Plot.turns` spells it."""

    who: str
    """A role: self, real, mask, second, colleague, boss."""
    history: bool
    """Before the thread; the same on both sides."""
    marks: frozenset[str]
    """file, quote, new (answers nothing), unseen (answers what nobody here wrote), html, notice, cc."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A storyline: who writes, and in which facts attack and twin differ. The words are in `content/`."""

    id: str
    technique: str
    mask: str
    """A key of `masks.MASKS`: who the writer is on either side."""
    spelled: str
    """Turns, divided by blanks: `[h:]role[+mark...]`."""
    links: tuple[str, str] = ("", "")
    """Kinds of `links.KINDS` the attack and the twin draw from, divided by blanks."""
    files: tuple[str, str] = ("", "")
    """Kinds of `files.KINDS`, likewise."""

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns, read."""
        return tuple(_turn(word) for word in self.spelled.split())


def _turn(word: str) -> Turn:
    who, *marks = word.removeprefix("h:").split("+")
    return Turn(who, word.startswith("h:"), frozenset(marks))
