"""Whom we protect: the organisation's profile."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """The kind of an organisation; it decides on defaults such as what a newsroom's node may keep."""

    CAMPAIGN = "campaign"
    PARTY = "party"
    NEWSROOM = "newsroom"
    NGO = "ngo"
    AGENCY = "agency"
    CENTRE = "centre"


class Organisation(Struct, frozen=True, forbid_unknown_fields=True):
    """The organisation itself."""

    name: str
    """As it calls itself."""
    kind: Kind = Kind.NGO
    """What it is, of the kinds below."""
    domains: tuple[str, ...] = ()
    """Own mail and web domains; sub-domains are covered."""
    languages: tuple[str, ...] = ("en",)
    """ISO 639-1 codes of the languages it works in."""
    trusted_hops: tuple[str, ...] = ()
    """Host names or authserv-ids whose Authentication-Results and Received stamps are believed (RFC 8601)."""
    names: tuple[str, ...] = ()
    """Further names and short forms it is known by, in any script."""


class Partner(Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation whose name an attacker would borrow."""

    name: str
    """As it calls itself."""
    domains: tuple[str, ...]
    """Its mail and web domains; sub-domains are covered."""


class Brand(Struct, frozen=True, forbid_unknown_fields=True):
    """A service or name that our people use and that is imitated; `domains` are where its mail really comes from."""

    name: str
    """As it stands in a display name."""
    domains: tuple[str, ...]
    """Where its mail really comes from; sub-domains are covered."""


class Person(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody of the organisation, or an address of it."""

    name: str
    """As it stands in a display name."""
    addresses: tuple[str, ...] = ()
    """Official addresses, lower case."""
    private_addresses: tuple[str, ...] = ()
    """Known private addresses, lower case: theirs, but not for office business."""
    high_risk: bool = False
    """Whether this person is a likelier target: mail to them, or in their name, is called clean less readily."""
    tips: bool = False
    """An address for sources: never quarantined, learnt from, shared or retained."""
    other_names: tuple[str, ...] = ()
    """Other spellings, for example in Arabic script."""


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """The profile as a whole."""

    organisation: Organisation = Organisation(name="")
    partner: tuple[Partner, ...] = ()
    brand: tuple[Brand, ...] = ()
    person: tuple[Person, ...] = ()

    @property
    def own_domains(self) -> frozenset[str]:
        """The organisation's domains."""
        return frozenset(self.organisation.domains)

    @property
    def is_newsroom(self) -> bool:
        """Whether its mail is judged in memory only: a source who wrote must not be found on a lost machine."""
        return self.organisation.kind is Kind.NEWSROOM
