"""The organisation's profile as TOML: read with clear errors, and written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

import msgspec

from tocsin.common.causes import quoted
from tocsin.common.hosts import WEBMAIL, is_host, to_ascii, within
from tocsin.model.error import ProfileError
from tocsin.model.profile import Profile
from tocsin.model.sentence import Sentence, say

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def load(raw: bytes) -> Profile:
    """Read a profile. Raises ProfileError that says what is wrong, where, and how to mend it."""
    try:
        profile = msgspec.toml.decode(raw, type=Profile)
    except msgspec.ValidationError as error:
        raise ProfileError(
            say("the profile has a wrong entry: %(cause)s", cause=quoted("msgspec", error)), _HINT
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ProfileError(
            say("the profile is not valid TOML: %(cause)s", cause=quoted("Python", error)),
            say("Check quotes and brackets near that line."),
        ) from error
    profile = _normal(profile)
    for problem, hint in _problems(profile):
        raise ProfileError(problem, hint)
    return profile


_MOST_WORDS: Final = 100
_LONGEST: Final = 320
"""Characters: an address has 320 at most (RFC 3696, erratum 1690)."""
_HINT = say("`tocsin init` writes a profile to start from; the reference of all entries is docs/reference/profile.md.")


def _normal(profile: Profile) -> Profile:
    """Domains in ASCII, addresses in lower case."""
    organisation = msgspec.structs.replace(
        profile.organisation,
        domains=tuple(map(to_ascii, profile.organisation.domains)),
        trusted_hops=tuple(map(to_ascii, profile.organisation.trusted_hops)),
    )
    return Profile(
        organisation=organisation,
        partner=tuple(msgspec.structs.replace(p, domains=tuple(map(to_ascii, p.domains))) for p in profile.partner),
        brand=tuple(msgspec.structs.replace(b, domains=tuple(map(to_ascii, b.domains))) for b in profile.brand),
        person=tuple(
            msgspec.structs.replace(
                p,
                addresses=tuple(a.strip().lower() for a in p.addresses),
                private_addresses=tuple(a.strip().lower() for a in p.private_addresses),
            )
            for p in profile.person
        ),
    )


def _problems(profile: Profile) -> Iterable[tuple[Sentence, Sentence]]:
    """Yield (problem, hint) for everything that cannot be meant."""
    organisation = profile.organisation
    if not organisation.name.strip():
        yield (
            say("[organisation] has no name"),
            say('Add a line such as name = "Harbour Campaign" below [organisation].'),
        )
    for domain in organisation.domains:
        if domain in WEBMAIL:
            yield (
                say("%(domain)s is a public mail provider, so it cannot be an own domain", domain=domain),
                say("List the addresses of your people under [[person]] instead."),
            )
    named = [(say("organisation"), organisation.domains)]
    named += [(say('partner "%(name)s"', name=p.name), p.domains) for p in profile.partner]
    named += [(say('brand "%(name)s"', name=b.name), b.domains) for b in profile.brand]
    for owner, domains in named:
        for domain in domains:
            if not is_host(domain):
                yield (
                    say('%(owner)s: "%(domain)s" is not a domain', owner=owner, domain=domain),
                    say("Write the bare domain, for example harbour.example."),
                )
    yield from _problems_of_people(profile)
    for language in organisation.languages:
        if not _LANGUAGE.fullmatch(language):
            yield (
                say('"%(language)s" is not a language code', language=language),
                say('Use ISO 639 codes in lower case, for example ["en", "ar"].'),
            )


def _problems_of_people(profile: Profile) -> Iterable[tuple[Sentence, Sentence]]:
    for person in profile.person:
        words = (person.name, *person.other_names, *person.addresses, *person.private_addresses)
        if len(words) > _MOST_WORDS or any(len(word) > _LONGEST for word in words):
            yield (
                say('person "%(name)s" has too many names or addresses, or too long ones', name=person.name[:40]),
                say("Up to 100 of them, and 320 characters each."),
            )
            return
        for address in (*person.addresses, *person.private_addresses):
            if address.count("@") != 1 or not is_host(address.partition("@")[2]):
                yield (
                    say('person "%(name)s": "%(address)s" is not an address', name=person.name, address=address),
                    say("Write it as name@domain.example."),
                )
        for address in person.private_addresses:
            if within(address.partition("@")[2], profile.organisation.domains):
                yield (
                    say(
                        'person "%(name)s": %(address)s is an own address and cannot be a private one',
                        name=person.name,
                        address=address,
                    ),
                    say("Move it from private_addresses to addresses."),
                )


def dump(profile: Profile) -> bytes:
    """Return the profile as TOML with a comment on every section. `load` reads it back to the same profile."""
    o = profile.organisation
    lines = ["# The organisation that Tocsin protects. Reference: docs/reference/profile.md", "[organisation]"]
    lines += _entries(o, ("name", "kind", "domains", "languages", "trusted_hops", "names"))
    sections = (
        ("partner", "Organisations whose name an attacker would borrow.", profile.partner, ("name", "domains")),
        ("brand", "Services that your people use and that are imitated.", profile.brand, ("name", "domains")),
        (
            "person",
            "People, with all their real addresses; tips = true marks an address for sources.",
            profile.person,
            ("name", "addresses", "private_addresses", "high_risk", "tips", "other_names"),
        ),
    )
    for name, comment, items, keys in sections:
        lines += ["", f"# {comment}"]
        for item in items:
            lines += [f"[[{name}]]", *_entries(item, keys), ""]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _entries(item: msgspec.Struct, keys: Iterable[str]) -> list[str]:
    lines = []
    for key in keys:
        value = getattr(item, key)
        if value or key in ("name", "domains"):
            plain = list(value) if isinstance(value, tuple) else value
            lines.append(f"{key} = {json.dumps(plain, ensure_ascii=False)}")
    return lines
