"""Domains made to be taken for others: what a reader's eye would confuse, and why."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from tocsin.common.hosts import registrable, to_unicode
from tocsin.common.text import fold, script_of
from tocsin.identify.brands import KnownBrand, brand_labels, brands_of
from tocsin.model.profile import Profile

# Letter groups and digits that are read as another letter in common fonts.
_GROUPS: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"), ("ii", "u"))
_DIGITS: Final = str.maketrans("01345789|", "oleastbgl")
_MAX_HOST: Final = 255
_MIN_TYPO: Final = 5
"""Shortest name for which one changed letter counts: shorter ones are too near to too many honest names."""
_MIN_WORD: Final = 5
"""Shortest name that counts when a word is added to it."""
# Words that attackers put beside a name to make a domain look official.
_ADDED: Final = frozenset(
    """account accounts admin alert app auth bank billing care center cloud confirm connect contact corp customer data
    delivery desk doc docs drive email file files global group help helpdesk home hq id info intl invoice login
    mail mailer message meet meeting my net news notice notification office official online org page pay payment
    payments portal press recovery reset safe safety secure security service services share sharing shop sign
    signin site sso live store support team track tracking update updates user verify vip wallet web webmail www
    event events media konto kunden sicherheit conta cuenta compte seguro segura cliente clientes hr it us uk eu
    ir il sa ae usa""".split()
)


# Brand labels that are also everyday words or places: nothing follows from a domain that contains or resembles them.
_EVERYDAY: Final = frozenset(
    """apple argos aruba booking box canada chase charter correos discover divar docs exodus expedia fidelity go halifax
    inter kraken latam ledger live magenta max medicare meta my myhermes office online orange otto overheid penny
    phantom post poste saturn signal slack snap spectrum square stanleytools steam stripe t-online target telekom
    temu uber visa wise zoom camp cash hofer salesforce evri sony disney block playstation""".split()
)


class Resemblance(Struct, frozen=True):
    """A host that looks like a domain it is not."""

    protected: str
    """The domain (or name) it is taken for."""
    reason: str
    """`homoglyph`, `typo`, `hyphen`, `suffix`, `added-word`, `subdomain` or `name`."""


@lru_cache(maxsize=16_384)
def skeleton(label: str) -> str:
    """Return what a hasty reader sees in a label: look-alike letters and digits undone, hyphens dropped."""
    seen = fold(to_unicode(label)).translate(_DIGITS).replace("-", "").replace("_", "")
    for group, letter in _GROUPS:
        seen = seen.replace(group, letter)
    return seen


def name_label(domain: str) -> str:
    """Return the label before the public suffix of a host's registrable domain (`bank` of `mail.bank.co.uk`)."""
    return registrable(domain).partition(".")[0]


def within_one_edit(left: str, right: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours makes `left` of `right` (or none)."""
    if left == right:
        return True
    if len(left) < len(right):
        left, right = right, left
    if len(left) - len(right) > 1:
        return False
    start = next((i for i in range(len(right)) if left[i] != right[i]), len(right))
    if len(left) > len(right):
        return left[start + 1 :] == right[start:]
    rest = left[start + 1 :] == right[start + 1 :]
    swapped = left[start : start + 2] == right[start : start + 2][::-1] and left[start + 2 :] == right[start + 2 :]
    return rest or swapped


def resembles(host: str, protected: str) -> str:
    """Return why `host` may be taken for the domain `protected`, or "" (see `Resemblance.reason`).

    A host of the protected domain itself never resembles it.
    """
    domain, real = registrable(host), registrable(protected)
    if domain == real or not domain or not real:
        return ""
    label, name = name_label(host), name_label(protected)
    if label == name:
        return "suffix" if len(name) >= _MIN_TYPO else ""
    if skeleton(label) == skeleton(name):
        return "hyphen" if label.replace("-", "") == name.replace("-", "") else "homoglyph"
    if len(name) >= _MIN_WORD and name in _words(label) and set(_words(label)) - {name} <= _ADDED:
        return "added-word"
    if len(name) >= _MIN_WORD and _glued(label, name):
        return "added-word"
    if len(name) > _MIN_TYPO and within_one_edit(skeleton(label), skeleton(name)):
        return "typo"
    if f".{protected}." in f".{host}." or f".{protected.replace('.', '-')}." in f".{host}.":
        return "subdomain"
    return ""


def _words(label: str) -> list[str]:
    return label.split("-")


def _glued(label: str, name: str) -> bool:
    """Whether the label is the name with an official-sounding word before or behind it, without a hyphen."""
    return (label.startswith(name) and label[len(name) :] in _ADDED) or (
        label.endswith(name) and label[: -len(name)] in _ADDED
    )


def resembles_profile(host: str, profile: Profile) -> Resemblance | None:
    """Return what of the organisation, its partners and its services `host` imitates, or None.

    An internationalised name that spells the organisation's or a partner's own name counts too.
    """
    domains = protected_domains(profile)
    if not domains or len(host) > _MAX_HOST:
        return None
    found = _resembles_any(host, domains)
    return found or (_spells_a_name(host, profile) if "xn--" in host else None)


def protected_domains(profile: Profile) -> tuple[str, ...]:
    """Return the domains of the organisation, its partners and its services, its own first."""
    partners = tuple(domain for partner in profile.partner for domain in partner.domains)
    services = tuple(domain for brand in profile.brand for domain in brand.domains)
    return profile.organisation.domains + partners + services


@lru_cache(maxsize=16_384)
def _resembles_any(host: str, domains: tuple[str, ...]) -> Resemblance | None:
    if registrable(host) in {registrable(domain) for domain in domains}:
        return None
    reasons = ((domain, resembles(host, domain)) for domain in domains)
    return next((Resemblance(domain, reason) for domain, reason in reasons if reason), None)


def _spells_a_name(host: str, profile: Profile) -> Resemblance | None:
    spelled = skeleton(name_label(host))
    names = (profile.organisation.name, *profile.organisation.names, *(p.name for p in profile.partner))
    for name in names:
        if len(name) >= _MIN_WORD and fold(name).replace(" ", "") == spelled:
            return Resemblance(name, "name")
    return None


@lru_cache(maxsize=16_384)
def resembles_brand(host: str) -> Resemblance | None:
    """Return the well-known brand whose domain `host` imitates, or None. Hosts of any known brand never do."""
    label = name_label(host)
    if "." not in host or len(host) > _MAX_HOST or brands_of(host):
        return None
    brand = _of_label(label)
    if brand is not None:
        return brand
    for protected in (f"{name}.com" for name in _left_labels(host) if name in brand_labels()):
        return Resemblance(protected, "subdomain")
    return None


def _of_label(label: str) -> Resemblance | None:
    labels = brand_labels()
    if label in labels:  # the same name elsewhere: too many honest namesakes
        return None
    seen = skeleton(label)
    name = _by_skeleton().get(seen, "")
    if name and len(name) >= _MIN_TYPO and name != label:
        return Resemblance(_home(name, labels[name]), "homoglyph" if label.replace("-", "") != name else "hyphen")
    words = _words(label)
    known = next((word for word in words if len(word) >= 4 and word in labels and word not in _EVERYDAY), "")
    if known and len(words) > 1 and set(words) - {known} <= _ADDED:
        return Resemblance(_home(known, labels[known]), "added-word")
    for cut in range(_MIN_WORD, len(label)):
        for piece, other in ((label[:cut], label[cut:]), (label[-cut:], label[:-cut])):
            if piece in labels and piece not in _EVERYDAY and other in _ADDED:
                return Resemblance(_home(piece, labels[piece]), "added-word")
    if len(seen) > _MIN_TYPO:
        for variant in _deletions(seen):
            for near in _by_deletion().get(variant, ()):
                if len(near) > _MIN_TYPO and within_one_edit(seen, skeleton(near)):
                    return Resemblance(_home(near, labels[near]), "typo")
    return None


def _left_labels(host: str) -> list[str]:
    """Labels left of the registrable domain that stand where a reader looks for the site's name."""
    left = host[: -len(registrable(host)) - 1] if host != registrable(host) else ""
    return [label for label in left.split(".")[:-1] if len(label) >= _MIN_WORD] if left.count(".") else []


def _home(label: str, brand: KnownBrand) -> str:
    """The brand's domain with that label."""
    return next((domain for domain in brand.domains if name_label(domain) == label), f"{label}.com")


@cache
def _by_skeleton() -> dict[str, str]:
    return {skeleton(label): label for label in brand_labels() if len(label) >= _MIN_TYPO}


@cache
def _by_deletion() -> dict[str, tuple[str, ...]]:
    """Brand labels by their skeleton and by every skeleton with one letter deleted."""
    found: dict[str, tuple[str, ...]] = {}
    for label in brand_labels():
        if len(label) > _MIN_TYPO and label not in _EVERYDAY:
            for variant in _deletions(skeleton(label)):
                found[variant] = (*found.get(variant, ()), label)
    return found


def _deletions(text: str) -> set[str]:
    return {text} | {text[:i] + text[i + 1 :] for i in range(min(len(text), 40))}


@lru_cache(maxsize=16_384)
def mixed_scripts(host: str) -> tuple[str, ...]:
    """Return the scripts that one label of an internationalised host mixes, or () where no label mixes any.

    Japanese and Korean labels mix scripts by nature and do not count.
    """
    if len(host) > _MAX_HOST:
        return ()
    for label in to_unicode(host).split("."):
        scripts = sorted({script_of(char) for char in label} - {""})
        if len(scripts) > 1 and not set(scripts) & {"HIRAGANA", "KATAKANA", "HANGUL", "CJK"}:
            return tuple(scripts)
    return ()
