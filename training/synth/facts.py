"""The facts of one message: what `$name` stands for, drawn once when first asked for."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from training.synth import phrases
from training.synth.grammar import expand
from training.synth.identities import letters, pick, place
from training.synth.schema import FACTS, Lang

_MONTHS = {lang: text.split() for lang, text in phrases.MONTHS.items()}
_WEEKDAYS = {lang: text.split() for lang, text in phrases.WEEKDAYS.items()}
_DIGITS = {"ar": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), "fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")}
_COMMA_LANGS = frozenset({"de", "pt", "es", "fr"})


class Facts:
    """Looks facts up; what it draws stays the same for the whole message."""

    def __init__(
        self,
        rng: random.Random,
        lang: Lang,
        when: datetime,
        known: dict[str, str],
        words: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.rng = rng
        self.lang = lang
        self.when = when
        self.values = known
        self.words = words
        self.native_digits = lang in _DIGITS and rng.random() < (0.25 if lang == "ar" else 0.6)

    def __call__(self, name: str) -> str:
        """The value of a fact.

        Raises:
            LookupError: neither a general fact nor one of the kind's own.
        """
        value = self.values.get(name)
        if value is None:
            value = self.values[name] = self._draw(name)
        return value

    def say(self, template: str) -> str:
        """A template's text for this message."""
        return expand(template, self.rng, self)

    def one(self, templates: tuple[str, ...]) -> str:
        """The text of one of several templates."""
        return self.say(pick(self.rng, templates)) if templates else ""

    def _draw(self, name: str) -> str:
        if name in self.words:
            return self.one(self.words[name])
        if name not in FACTS:
            raise LookupError(f"no fact ${name}")
        return _MAKERS[name](self)


def _money(facts: Facts, low: float, high: float, round_to: int = 0) -> str:
    value = low * (high / low) ** facts.rng.random()
    if facts.lang == "fa":
        value *= 50_000
    if round_to or value >= 20_000:
        step = round_to or 500
        text = f"{round(value / step) * step:,}"
    else:
        text = f"{value:,.2f}"
    if facts.lang in _COMMA_LANGS:
        text = text.replace(",", " ").replace(".", ",").replace(" ", ".")
    return _native(facts, pick(facts.rng, phrases.MONEY[facts.lang]).replace("#", text))


def _native(facts: Facts, text: str) -> str:
    return text.translate(_DIGITS[facts.lang]) if facts.native_digits else text


def _day(facts: Facts, when: datetime) -> str:
    month = _MONTHS[facts.lang][when.month - 1]
    shape = facts.rng.random()
    if facts.lang == "en":
        texts = (
            f"{month} {when.day}, {when.year}",
            f"{when.day} {month} {when.year}",
            f"{when:%m/%d/%Y}",
            f"{month} {when.day}",
        )
    elif facts.lang == "de":
        texts = (f"{when.day}. {month} {when.year}", f"{when:%d.%m.%Y}", f"{when:%d.%m.%y}", f"{when.day}. {month}")
    elif facts.lang in {"pt", "es"}:
        texts = (
            f"{when.day} de {month} de {when.year}",
            f"{when:%d/%m/%Y}",
            f"{when:%d-%m-%Y}",
            f"{when.day} de {month}",
        )
    else:
        texts = (f"{when.day} {month} {when.year}", f"{when:%d/%m/%Y}", f"{when:%Y-%m-%d}", f"{when.day} {month}")
    return _native(facts, texts[int(shape * 4)])


def _past(facts: Facts) -> str:
    return _day(facts, facts.when - timedelta(days=facts.rng.random() * 20))


def _soon(facts: Facts) -> str:
    return _day(facts, facts.when + timedelta(days=0.5 + facts.rng.random() * 14))


def _digits(count: int) -> Callable[[Facts], str]:
    return lambda facts: letters(facts.rng, count, "0123456789")


def _reference(facts: Facts) -> str:
    rng = facts.rng
    shape = int(rng.random() * 5)
    if shape == 0:
        return letters(rng, 6 + int(rng.random() * 5), "0123456789")
    if shape == 1:
        return f"{letters(rng, 3, 'ABCDEFGHKLMNPRSTUVW')}-{letters(rng, 6, '0123456789')}"
    if shape == 2:
        return letters(rng, 8, "0123456789ABCDEF")
    if shape == 3:
        return f"{facts.when.year}-{letters(rng, 4, '0123456789')}"
    return letters(rng, 10, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789")


def _phone(facts: Facts) -> str:
    tail = letters(facts.rng, 4, "0123456789")
    prefixes = {
        "en": "+1 (8{}) 555-",
        "de": "+49 30 55{} ",
        "pt": "+55 11 4{} ",
        "es": "+34 91 5{} ",
        "fr": "+33 1 4{} ",
    }
    prefix = prefixes.get(facts.lang, "+1 202 55{} ").format(letters(facts.rng, 2, "0123456789"))
    return prefix + tail


def _wallet(facts: Facts) -> str:
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    return facts.rng.choice(("1", "3", "bc1q", "0x")) + letters(facts.rng, 33, alphabet)


def _from(table: Mapping[Lang, tuple[str, ...]]) -> Callable[[Facts], str]:
    return lambda facts: facts.one(table[facts.lang])


def _place(what: str) -> Callable[[Facts], str]:
    return lambda facts: place(facts.rng, what, facts.lang)


_MAKERS: dict[str, Callable[[Facts], str]] = {
    "amount": lambda f: _money(f, 15, 1800),
    "small": lambda f: _money(f, 0.9, 9),
    "big": lambda f: _money(f, 150_000, 45_000_000, 50_000),
    "percent": lambda f: f"{5 * (1 + int(f.rng.random() * 18))}%",
    "num": lambda f: str(2 + int(f.rng.random() * 9)),
    "card": _digits(4),
    "code": _digits(6),
    "ref": _reference,
    "order": _reference,
    "track": lambda f: f.rng.choice(("JD", "1Z", "LX", "RB", "")) + letters(f.rng, 12, "0123456789"),
    "phone": _phone,
    "ip": lambda f: ".".join(str(1 + int(f.rng.random() * 254)) for _ in range(4)),
    "date": _past,
    "soon": _soon,
    "time": lambda f: f"{8 + int(f.rng.random() * 12)}:{f.rng.choice(('00', '15', '30', '45', '07', '52'))}",
    "hours": lambda f: _native(f, f.rng.choice(("12", "24", "24", "36", "48", "48", "72"))),
    "days": lambda f: _native(f, str(2 + int(f.rng.random() * 12))),
    "month": lambda f: _MONTHS[f.lang][f.when.month - 1],
    "weekday": lambda f: pick(f.rng, _WEEKDAYS[f.lang]),
    "year": lambda f: str(f.when.year),
    "city": _place("city"),
    "country": _place("country"),
    "role": _place("role"),
    "device": lambda f: pick(f.rng, phrases.DEVICES),
    "product": _from(phrases.PRODUCTS),
    "prize": _from(phrases.PRIZES),
    "file": _from(phrases.FILES),
    "coin": lambda f: pick(f.rng, phrases.COINS),
    "wallet": _wallet,
}
