"""A made-up world of operations, with what makes telling them apart hard. It imports nothing that judges them.

Every operation has infrastructure that it replaces bit by bit, a kit and a text that may be bought or copied, and
programs, networks and hosts that others use as well. All names are reserved ones (RFC 2606) or made up below them; the
listed shared hosts, shorteners and webmail services are real, since that they are listed is the point.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final, TypeVar

LISTED: Final = (
    "sites.google.com",
    "forms.gle",
    "bit.ly",
    "drive.google.com",
    "www.dropbox.com",
    "storage.googleapis.com",
)
WEBMAIL: Final = ("gmail.com", "outlook.com", "proton.me", "mail.ru")
LANGUAGES: Final = ("en", "ar", "fa", "es")
ZONES: Final = ("+180", "+210", "+480", "-300", "+120", "+60")
T = TypeVar("T")
_LETTERS: Final = {
    "en": "abcdefghijklmnopqrstuvwy",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "fa": "ابپتجچحدرزسشفقکگلمنهوی",
    "es": "abcdefghijlmnopqrstuvñ",
}


@dataclass
class Made:
    """What one incident shows, and to which operation it belongs."""

    id: str
    operation: int
    sender: str = ""
    vouched: bool = False
    reply_to: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    text: str = ""
    address: str = ""
    helo: str = ""
    headers: str = ""
    mailer: str = ""
    boundary: str = ""
    message_id: str = ""
    pattern: str = ""
    hours: str = ""
    asn: str = ""
    certificate: str = ""
    registrant: str = ""


@dataclass
class Program:
    """By what mail is written and sent."""

    headers: str
    mailer: str
    boundary: str
    message_id: str


@dataclass
class Kit:
    """Pages and links as they are sold: who buys it has them alike."""

    templates: tuple[str, ...]
    program: Program
    text: list[str] = field(default_factory=list)


@dataclass
class World:
    """What operations share with others who have nothing to do with them."""

    kits: list[Kit]
    programs: list[Program]
    networks: list[tuple[str, str]]
    """The first three numbers of a /24, and its AS: of providers that look away."""
    shared_hosts: list[str]
    """Free pages that no list knows."""
    shared_mail: list[str]
    """Free mail that no list knows."""
    broken_in: list[str]
    """Honest sites that several break into."""
    newsletter: tuple[str, str]
    texts: list[list[str]]


def make(seed: int, operations: int) -> list[Made]:
    """Returns the incidents of some operations, in the order in which they happen."""
    random = Random(seed)
    world = _world(random, seed)
    made = [one for number in range(operations) for one in _operation(random, world, number, seed)]
    random.shuffle(made)
    return made


def _world(random: Random, seed: int) -> World:
    programs = [_program(random) for _ in range(12)]
    kits = [Kit(tuple(f"/k{seed}x{n}/{_word(random, 'en')}.php?{_word(random, 'en')}" for _ in range(2)),
                random.choice(programs), _text(random, random.choice(LANGUAGES))) for n in range(15)]  # fmt: skip
    networks = [(f"{random.randint(20, 90)}.{random.randint(0, 255)}.{random.randint(0, 255)}", f"{64500 + n // 3}")
                for n in range(40)]  # fmt: skip
    return World(
        kits, programs, networks,
        [f"pages{n}.freehost-{_word(random, 'en')}.example" for n in range(10)],
        [f"post-{_word(random, 'en')}.example" for n in range(6)],
        [f"www.{_word(random, 'en')}-{_word(random, 'en')}.test" for n in range(12)],
        (f"news.{_word(random, 'en')}-daily.example", f"letters@{_word(random, 'en')}-daily.example"),
        [],
    )  # fmt: skip


def _size(random: Random) -> int:
    """Many incidents stand alone; a few operations hit very many."""
    draw = random.random()
    if draw < 0.45:
        return 1
    if draw < 0.9:
        return random.randint(2, 12)
    return random.randint(13, 60) if draw < 0.99 else random.randint(61, 150)


def _operation(random: Random, world: World, number: int, seed: int) -> Iterator[Made]:
    size, language = _size(random), random.choice(LANGUAGES)
    stages = 1 + size // 12
    domains = [f"{_word(random, 'en')}-{_word(random, 'en')}.{random.choice(('example', 'test'))}"
               for _ in range(stages + random.randint(0, 2))]  # fmt: skip
    senders = [_sender(random, world, domains) for _ in range(stages + random.randint(0, 2))]
    addresses = [_address(random, world) for _ in range(stages + random.randint(0, 2))]
    kit = random.choice(world.kits) if random.random() < 0.5 else None
    own = Kit((f"/o{seed}x{number}/{_word(random, 'en')}?{_word(random, 'en')}",), random.choice(world.programs))
    copied = world.texts and random.random() < 0.3
    text = (
        random.choice(world.texts) if copied else kit.text if kit and random.random() < 0.5 else _text(random, language)
    )
    world.texts.append(text)
    registrant = f"{_word(random, 'en')}{number}@{random.choice(WEBMAIL)}"
    files = [f"{random.getrandbits(256):064x}" for _ in range(2)] if random.random() < 0.3 else []
    zone, part = random.choice(ZONES), random.choice(("00", "06", "12"))
    for place in range(size):
        stage = place * stages // size
        yield _incident(random, world, Made(f"incident-{seed}-{number}-{place}", number), kit or own, text, Plan(
            _near(random, domains, stage), _near(random, senders, stage), _near(random, addresses, stage), registrant,
            files, language, f"{part} {zone}"))  # fmt: skip


@dataclass
class Plan:
    """What an operation uses for one of its attempts."""

    domain: str
    sender: tuple[str, bool]
    address: tuple[str, str]
    registrant: str
    files: list[str]
    language: str
    hours: str


def _near(random: Random, several: list[T], stage: int) -> T:
    """What is in use at a stage: its own, now and then one of before or after."""
    place = stage + (random.choice((-1, 1)) if random.random() < 0.3 else 0)
    return several[max(0, min(place, len(several) - 1))]


def _sender(random: Random, world: World, domains: list[str]) -> tuple[str, bool]:
    draw, name = random.random(), f"{_word(random, 'en')}.{_word(random, 'en')}"
    if draw < 0.35:
        return f"{name}@{random.choice(domains)}", True
    if draw < 0.6:
        return f"{name}@{random.choice(WEBMAIL)}", True
    if draw < 0.75:
        return f"{name}@{random.choice(world.shared_mail)}", True
    return f"{name}@{_word(random, 'en')}-office.example", False


def _address(random: Random, world: World) -> tuple[str, str]:
    """Some machines are let to one after the other."""
    block, asn = random.choice(world.networks)
    return f"{block}.{random.randint(1, 60)}", asn


def _incident(random: Random, world: World, made: Made, kit: Kit, text: list[str], plan: Plan) -> Made:
    template = random.choice(kit.templates)
    made.links = (_link(random, world, plan.domain, template),)
    if random.random() < 0.03:
        made.links += ((world.newsletter[0], "/archive/issue?utm_source"),)
        made.reply_to = (world.newsletter[1],)
    made.sender, made.vouched = plan.sender
    if made.vouched and random.random() < 0.2:
        made.vouched = False
    if random.random() < 0.2:
        made.reply_to += (plan.sender[0],)
    if random.random() < 0.7:
        made.address, made.asn = plan.address
        made.helo = f"mail0.{plan.domain}" if random.random() < 0.5 else "localhost.localdomain"
    program = kit.program if random.random() < 0.8 else random.choice(world.programs)
    made.headers, made.mailer = program.headers, program.mailer
    made.boundary, made.message_id = program.boundary, program.message_id
    made.text = " ".join(_changed(random, text, plan.language)) if random.random() < 0.85 else ""
    made.pattern = f"credentials T1566.002 {plan.language}"
    made.hours = plan.hours
    if plan.files and random.random() < 0.6:
        made.files = (random.choice(plan.files),)
    if random.random() < 0.15:
        made.registrant = plan.registrant
    if random.random() < 0.15:
        made.certificate = f"{hash_of(plan.domain):064x}"
    return made


def hash_of(text: str) -> int:
    """The same number for the same text in every run."""
    return int.from_bytes(text.encode().ljust(32, b"-")[:32])


def _link(random: Random, world: World, domain: str, template: str) -> tuple[str, str]:
    draw = random.random()
    if draw < 0.12:
        return random.choice(LISTED), ""
    if draw < 0.20:
        return random.choice(world.shared_hosts), template
    if draw < 0.25:
        return random.choice(world.broken_in), template
    return random.choice((domain, f"login.{domain}", f"secure.{domain}")), template


def _program(random: Random) -> Program:
    return Program(f"{random.getrandbits(64):016x}", f"{_word(random, 'en')} mailer", f"=_x{random.randint(8, 40)}",
                   f"x{random.randint(8, 40)}.d{random.randint(2, 9)}")  # fmt: skip


def _text(random: Random, language: str) -> list[str]:
    return [_word(random, language) for _ in range(random.randint(40, 160))]


def _changed(random: Random, text: list[str], language: str) -> list[str]:
    """The text with a name at its head, and a few words put in another way."""
    changed = [word if random.random() > 0.02 else _word(random, language) for word in text]
    return [_word(random, language), *changed]


def _word(random: Random, language: str) -> str:
    return "".join(random.choice(_LETTERS[language]) for _ in range(random.randint(3, 9)))
