"""Makes synthetic training mail: the same seed gives the same bytes, on any machine and in any order of asking."""

from __future__ import annotations

import importlib
import pkgutil
import random
from collections.abc import Iterator
from functools import cache, lru_cache

from training.synth import content, phrases, tricks
from training.synth.cast import Scene, image_base, leave_link, link, scene, small_links
from training.synth.facts import Facts
from training.synth.grammar import names
from training.synth.headers import write
from training.synth.identities import letters, person, pick
from training.synth.layouts import QUOTING, TEXT_ONLY, Document, Layout, bounce, layouts_of
from training.synth.links import good_url
from training.synth.mime import Attachment, assemble, attachment
from training.synth.schema import BULK, DIGEST, FACTS, LABELS, Book, Kind, Label, Lang, Sample

Entry = tuple[Kind, Lang, bool]

#: Shares of the languages, after the mail that people of our users' countries get; absent ones are left out.
LANG_WEIGHTS: dict[Lang, float] = {"en": 40, "de": 15, "pt": 13, "es": 9, "fr": 9, "ar": 6, "fa": 4, "he": 4}
#: Shares of the labels in `generate(kind="all")`.
LABEL_WEIGHTS: dict[Label, float] = {"malicious": 0.3, "unwanted": 0.2, "clean": 0.5}
#: The share of clean mail that is a twin: a bad kind's text, sent by the company itself.
TWIN_SHARE = 0.12


@lru_cache(maxsize=1)
def books() -> tuple[Book, ...]:
    """Every book of `training.synth.content`, in the order of the modules' names."""
    found = []
    for info in sorted(pkgutil.iter_modules(content.__path__), key=lambda item: item.name):
        module = importlib.import_module(f"{content.__name__}.{info.name}")
        if hasattr(module, "BOOK"):
            found.append(module.BOOK)
    return tuple(found)


@cache
def _choices(label: Label, lang: Lang, twins: bool) -> tuple[tuple[Entry, ...], tuple[float, ...]]:
    entries: list[Entry] = []
    for book in books():
        if book.lang == lang:
            entries += [(kind, lang, twins) for kind in book.kinds if (kind.twin if twins else kind.label == label)]
    return tuple(entries), tuple(entry[0].weight for entry in entries)


@cache
def _ordinary_items(lang: Lang) -> tuple[str, ...]:
    """Entries of good newsletters that need no facts of their own: forgers copy such mail around their lure."""
    found = [item for kind, _, _ in _choices("clean", lang, False)[0] for item in kind.items]
    return tuple(item for item in found if names(item) <= frozenset(FACTS))


@cache
def _langs(label: Label) -> tuple[tuple[Lang, ...], tuple[float, ...]]:
    langs = tuple(
        lang
        for lang in LANG_WEIGHTS
        if _choices(label, lang, False)[0] or (label == "clean" and _choices(label, lang, True)[0])
    )
    return langs, tuple(LANG_WEIGHTS[lang] for lang in langs)


def _choose(rng: random.Random, kind: str) -> Entry:
    label = rng.choices(tuple(LABEL_WEIGHTS), tuple(LABEL_WEIGHTS.values()))[0] if kind == "all" else _label(kind)
    langs, weights = _langs(label)
    if not langs:
        raise LookupError(f"no content for {label} mail")
    lang = rng.choices(langs, weights)[0]
    twins, usual = _choices(label, lang, True), _choices(label, lang, False)
    chosen = twins if label == "clean" and twins[0] and (not usual[0] or rng.random() < TWIN_SHARE) else usual
    return rng.choices(chosen[0], chosen[1])[0]


def _label(text: str) -> Label:
    for label in LABELS:
        if label == text:
            return label
    raise LookupError(f"no kind of mail called {text!r}: use all, {', '.join(LABELS)}")


def generate(seed: int, n: int, kind: str = "all") -> Iterator[Sample]:
    """`n` messages; the i-th depends on `seed`, `kind` and i alone.

    Args:
        seed: any number.
        n: how many.
        kind: "all" (shares of `LABEL_WEIGHTS`) or one label.

    Raises:
        LookupError: no such kind, or no content for it.
    """
    for number in range(n):
        rng = random.Random(f"{seed}/{kind}/{number}")
        yield render(rng, *_choose(rng, kind))


def render(rng: random.Random, kind: Kind, lang: Lang, twin: bool = False, layout: Layout | None = None) -> Sample:
    """One message of a kind, in one of its layouts or a given one."""
    place = scene(rng, kind, lang, twin)
    facts = _facts(rng, kind, place)
    chosen = layout or _layout(rng, kind, place)
    url = "" if kind.link in {"reply", "phone", "none", "file"} else link(rng, place, kind.link == "cloud")
    facts.values["url"] = url or f"https://{place.home or place.brand_domain}"
    if "name" in place.notes:
        place.from_name = facts.say(place.notes["name"])
    doc = _document(rng, kind, place, facts, chosen, url)
    if not place.clean:
        tricks.play(doc, rng)
        place.from_name = tricks.disguise_name(place.from_name, rng)
    body = chosen(doc, rng)
    files = _files(rng, kind, place, facts, doc, url)
    quoting = chosen in QUOTING and bool(doc.quoted)
    leave = doc.leave[1] if doc.leave else (leave_link(rng, place) if place.bulk else "")
    lines = write(place, rng, _subject(doc, place, rng, quoting, chosen), leave, quoting and chosen is not bounce)
    odd = not place.clean and rng.random() < 0.06
    raw = assemble(lines, body, files, rng, lang, odd, report=chosen is bounce)
    label: Label = "clean" if twin else kind.label
    return Sample(raw=raw, label=label, source=f"synth/{kind.id}{'/twin' if twin else ''}", lang=lang)


def _layout(rng: random.Random, kind: Kind, place: Scene) -> Layout:
    """A layout of the kind; good mail gets HTML where it may, as the other ham to fit on is nearly all plain."""
    choices = layouts_of(kind.layouts)
    chosen = rng.choice(choices)
    if place.clean and chosen in TEXT_ONLY and rng.random() < 0.6:
        chosen = rng.choice(choices)
    return chosen


def _facts(rng: random.Random, kind: Kind, place: Scene) -> Facts:
    user, _, domain = place.email.partition("@")
    first, last, full = place.to.first, place.to.last, place.to.full
    if not place.knows_name:
        first = rng.choice((user, user, place.email, user.title()))
        full, last = first, first
    known = {
        "first": first,
        "last": last,
        "full": full,
        "email": place.email,
        "user": user,
        "rdomain": domain,
        "me": place.me.full,
        "mefirst": place.me.first,
        "brand": place.brand,
        "org": place.brand,
        "branddomain": place.brand_domain,
    }
    return Facts(rng, place.lang, place.when, known, kind.words)


def _document(rng: random.Random, kind: Kind, place: Scene, facts: Facts, layout: Layout, url: str) -> Document:
    lang = place.lang
    doc = Document(
        lang=lang,
        subject=" ".join(facts.one(kind.subjects).split()),
        brand=place.brand,
        home=place.home or place.brand_domain,
        greeting=_said(facts, kind.greetings, phrases.GREETINGS[lang]),
        paragraphs=[text for slot in kind.body if (text := facts.one(slot).strip())],
        call=facts.one(kind.calls) if url else "",
        url=url,
        rows=[(facts.say(name), facts.say(value)) for name, value in kind.rows],
        footer=_footer(rng, kind, place, facts),
        images=image_base(rng, place),
        small_links=small_links(rng, place),
        browser=phrases.BROWSER[lang] if rng.random() < 0.35 else "",
    )
    closing = _said(facts, kind.closings, phrases.CLOSINGS[lang])
    if closing or kind.closings is None:
        doc.closing = [line for line in (closing, _signer(rng, kind, place)) if line]
    doc.items = _items(rng, kind, place, facts)
    if place.bulk and rng.random() < 0.85:
        doc.leave = (pick(rng, phrases.UNSUBSCRIBE[lang]), leave_link(rng, place))
    if rng.random() < (0.6 if place.bulk else 0.12):
        doc.pixel = f"{image_base(rng, place)}open/{letters(rng, 24)}.gif"
    if layout in QUOTING:
        _quote(rng, kind, place, facts, doc)
    return doc


def _said(facts: Facts, own: tuple[str, ...] | None, usual: tuple[str, ...]) -> str:
    return facts.one(usual if own is None else own)


def _signer(rng: random.Random, kind: Kind, place: Scene) -> str:
    if kind.sender in {"person", "colleague", "list", "stranger"}:
        return rng.choice((place.me.first, place.me.full))
    return rng.choice((place.brand, place.brand, place.me.full, place.from_name))


def _footer(rng: random.Random, kind: Kind, place: Scene, facts: Facts) -> list[str]:
    if kind.footer is not None:
        return [facts.say(line) for line in kind.footer]
    if kind.sender in {"person", "list", "stranger"}:
        return []
    lines = phrases.FOOTERS[place.lang]
    return [facts.say(line) for line in rng.sample(lines, rng.choice((0, 1, 1, 2, 2, 3)))]


def _items(rng: random.Random, kind: Kind, place: Scene, facts: Facts) -> list[tuple[str, str, str]]:
    if not kind.items:
        ordinary = (
            _ordinary_items(place.lang) if BULK in kind.layouts and not place.clean and rng.random() < 0.3 else ()
        )
        chosen = rng.sample(ordinary, min(len(ordinary), rng.randint(1, 4)))
        return [_item(rng, place, facts.say(template)) for template in chosen]
    most = len(kind.items) if DIGEST in kind.layouts else min(4, len(kind.items))
    least = min(2, most) if DIGEST in kind.layouts else 0
    chosen = rng.sample(kind.items, rng.randint(least, most))
    return [_item(rng, place, facts.say(template)) for template in chosen]


def _item(rng: random.Random, place: Scene, said: str) -> tuple[str, str, str]:
    head, _, text = said.partition("::")
    url = good_url(rng, place.home, place.mailer, place.tracked) if place.clean else link(rng, place)
    return head.strip(), text.strip(), url


def _quote(rng: random.Random, kind: Kind, place: Scene, facts: Facts, doc: Document) -> None:
    lang = place.lang
    other = person(rng, lang)
    doc.other = f"{other.full} <{place.email if rng.random() < 0.7 else other.handle + '@example.net'}>"
    facts.values["other"] = doc.other
    doc.quoted = [facts.say(text) for text in kind.quoted] or [
        facts.say(text) for text in rng.sample(phrases.CHAT[lang], rng.randint(1, min(3, len(phrases.CHAT[lang]))))
    ]
    doc.quoted_head = facts.say(phrases.WROTE[lang])
    doc.forward_head = phrases.FORWARDED[lang]


def _subject(doc: Document, place: Scene, rng: random.Random, quoting: bool, layout: Layout) -> str:
    text = doc.subject
    if place.list_name and rng.random() < 0.6:
        text = f"[{place.list_name}] {text}"
    if quoting and layout is not bounce and not text.lower().startswith(("re:", "fw", "aw:")):
        mark = (
            "Fwd: "
            if "forward" in layout.__name__
            else rng.choice(("Re: ", "Re: ", "RE: ", "AW: " if place.lang == "de" else "Re: "))
        )
        text = mark + text
    return text


def _files(rng: random.Random, kind: Kind, place: Scene, facts: Facts, doc: Document, url: str) -> list[Attachment]:
    if not kind.files:
        return []
    chosen = rng.choice(kind.files)
    if not chosen or (place.clean and kind.label != "clean" and chosen in {"zip", "html"}):
        return []
    name = facts("file").replace("/", "-")
    text = " ".join(doc.paragraphs[:2])
    return [attachment(rng, chosen, name, text, url or link(rng, place), place.clean)]
