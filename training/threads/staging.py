"""One storyline put on stage: actors, facts and words drawn once, then written out for either side."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from bench.suites import compose, routes

from training.synth.facts import Facts
from training.synth.identities import ascii_slug, letters, pick
from training.threads.files import attached
from training.threads.houses import WEBMAIL
from training.threads.links import Trip, link
from training.threads.masks import MASKS, Pair, second
from training.threads.schema import Actor, House, Lang, Plot, Turn
from training.threads.wording import WORDS, cited, greeted, shell, side_of, signed

_PLAIN = {"thunderbird", "roundcube", "python", "iphone"}


@dataclass(slots=True)
class Line:
    """One turn, as both sides share it: markers still in it."""

    turn: Turn
    when: datetime
    subject: str
    body: str
    quoted: str
    mark: str
    """Fixes the ids of the message."""
    form: str = ""


@dataclass(slots=True)
class Scene:
    """A storyline with everything drawn."""

    seed: str
    plot: Plot
    lang: Lang
    house: House
    target: Actor
    rng: random.Random
    pair: Pair = field(init=False)
    other: Pair = field(init=False)
    facts: Facts = field(init=False)
    lines: list[Line] = field(default_factory=list)
    urls: tuple[str, str] = ("", "")

    def actors(self, who: str) -> Pair:
        """Return who plays a role in the attack and in the twin."""
        if who == "self":
            return self.target, self.target
        if who == "real":
            return self.pair[1], self.pair[1]
        return self.other if who == "second" else self.pair


def stage(
    seed: str, plot: Plot, wording: tuple[str, ...], lang: Lang, house: House, target: Actor, start: datetime,
    pair: Pair | None = None,
) -> Scene:  # fmt: skip
    """Draw a scene: the words of each turn hold `⟦attack¦twin⟧` where the sides differ."""
    rng = random.Random(seed)
    scene = Scene(seed, plot, lang, house, target, rng)
    scene.pair = pair or _not(target, rng, plot, house, lang)
    scene.other = second(rng, scene.pair, lang)
    honest = scene.pair[1]
    trip = Trip(house, target, honest, plot.mask.partition(":")[2])
    scene.urls = link(rng, plot.links[0], trip), link(rng, plot.links[1], trip)
    scene.facts = _facts(scene, start)
    when, subject = start, ""
    for at, (turn, text) in enumerate(zip(plot.turns, wording, strict=True)):
        when = _next(rng, when, turn, house_of=scene.actors(turn.who)[1].offset) if at else when
        subject, line = _line(scene, turn, text, subject, when, f"{seed} {at}")
        scene.lines.append(line)
    return scene


def _not(target: Actor, rng: random.Random, plot: Plot, house: House, lang: Lang) -> Pair:
    """Draw the sender's two faces until they are not the target's own."""
    while True:
        pair = MASKS[plot.mask](rng, house, lang)
        if target.name not in {pair[0].name, pair[1].name}:
            return pair


def _next(rng: random.Random, when: datetime, turn: Turn, house_of: int) -> datetime:
    hours = rng.choice((0.2, 0.7, 2, 5, 20, 26, 44)) if turn.who == "self" else rng.choice((1, 4, 21, 30, 70, 120))
    later = when + timedelta(hours=hours * (0.7 + 0.6 * rng.random()), seconds=rng.randrange(60))
    local = later + timedelta(minutes=house_of)
    return later + timedelta(hours=9) if local.hour < 6 and rng.random() < 0.85 else later


def _facts(scene: Scene, when: datetime) -> Facts:
    rng, honest, house = scene.rng, scene.pair[1], scene.house
    attack_url, twin_url = scene.urls
    shared = attack_url == twin_url or scene.plot.technique == "everyday"
    boss, it = house.people[1], house.people[2]
    known = {
        "link": twin_url if shared else f"⟦{attack_url}¦{twin_url or attack_url}⟧",
        "alink": attack_url, "hlink": twin_url,
        "mail": f"⟦{scene.pair[0].address}¦{honest.address}⟧",
        "me": honest.name, "mefirst": honest.first, "porg": honest.organisation or house.profile.organisation.name,
        "pdomain": honest.domain, "org": house.profile.organisation.name, "odomain": house.domain,
        "target": scene.target.name, "tfirst": scene.target.first, "taddress": scene.target.address,
        "boss": boss.name, "bossfirst": boss.first, "it": it.name, "colleague": house.people[5].name,
        "second": scene.other[1].name, "secondfirst": scene.other[1].first,
        "partner": house.partners[0].organisation, "partnername": house.partners[0].name,
        "iban": f"XX{letters(rng, 2, '0123456789')} {letters(rng, 4, '0123456789')} {letters(rng, 4, '0123456789')} {letters(rng, 4, '0123456789')} {letters(rng, 2, '0123456789')}",
        "oldiban": f"XX{letters(rng, 2, '0123456789')} {letters(rng, 4, '0123456789')}",
        "password": pick(rng, (letters(rng, 4, "0123456789"), f"{pick(rng, ('Press', 'Vote', 'Forum'))}{rng.randint(2024, 2026)}", letters(rng, 8))),
        "usercode": letters(rng, 9, "BCDFGHJKLMNPQRSTVWXZ"),
        "webmail": f"{ascii_slug(honest.address.partition('@')[0])}{rng.randint(1, 99)}@{pick(rng, WEBMAIL)}",
    }  # fmt: skip
    words = {name: tuple(pool.split("|")) for name, pool in WORDS[scene.lang].items()}
    return Facts(rng, scene.lang, when, known, words)


def _line(scene: Scene, turn: Turn, text: str, subject: str, when: datetime, mark: str) -> tuple[str, Line]:
    rng, who = scene.rng, scene.actors(turn.who)[1]
    if text.startswith("S: "):
        head, _, text = text[3:].partition("\n")
        subject = " ".join(scene.facts.say(head).split())
        shown = f"Re: {subject}" if "unseen" in turn.marks else subject
    else:
        shown = subject if "new" in turn.marks else f"Re: {subject}"
    said, _, earlier = scene.facts.say(text.strip("\n")).partition("\n>>>\n")
    if "notice" not in turn.marks:
        other = scene.target.first if turn.who != "self" else scene.actors(_heard(scene))[1].first
        chatty = turn.who == "self" and rng.random() < 0.4
        said = said if chatty else greeted(rng, scene.lang, other, said)
        said = f"{said}\n\n{signed(rng, scene.lang, who, not scene.lines or turn.who == 'second')}"
    if "file" in turn.marks and "image" in scene.plot.files[0] and "{{image:" not in said:
        said += "\n\n{{image:code.png}}"
    quoted = ""
    if earlier:
        quoted = cited(rng, scene.lang, scene.target, when - timedelta(days=2), earlier)
    elif scene.lines and ("quote" in turn.marks or rng.random() < 0.35) and "notice" not in turn.marks:
        last = scene.lines[-1]
        writer = scene.actors(last.turn.who)
        quoted = cited(rng, scene.lang, writer[1], last.when, last.body).replace(
            writer[1].address, f"⟦{writer[0].address}¦{writer[1].address}⟧"
        ) if writer[0].address != writer[1].address else cited(rng, scene.lang, writer[1], last.when, last.body)  # fmt: skip
    form = "html" if "notice" in turn.marks and rng.random() < 0.3 else "both"
    return subject, Line(turn, when, shown, said, quoted, mark, form)


def _heard(scene: Scene) -> str:
    """Return the role that the target last heard from."""
    return next((line.turn.who for line in reversed(scene.lines) if line.turn.who != "self"), "mask")


def specs(scene: Scene, attack: bool) -> list[compose.Spec]:
    """Return one side's messages."""
    heard = "mask"
    made = []
    chosen = random.Random(scene.seed + "file")
    for line in scene.lines:
        who = scene.actors(line.turn.who)[0 if attack else 1]
        if line.turn.who == "self":
            to = scene.actors(heard)[0 if attack else 1]
        else:
            to, heard = scene.target, line.turn.who
        made.append(_spec(scene, line, who, to, attack, chosen))
    return made


def _spec(
    scene: Scene, line: Line, who: Actor, to: Actor, attack: bool, chosen: random.Random
) -> compose.Spec:  # fmt: skip
    body, quoted = side_of(line.body, attack), side_of(line.quoted, attack)
    notice = "notice" in line.turn.marks
    files = []
    if "file" in line.turn.marks:
        files = attached(
            random.Random(f"{scene.seed} {'attack' if attack else 'twin'}"), scene.plot.files[0 if attack else 1],
            scene.facts("doc"), scene.urls[0 if attack else 1] or scene.urls[1], who.address, scene.facts("password"),
            f"{line.when + timedelta(days=chosen.randint(2, 9)):%Y%m%dT%H0000Z}",
        )  # fmt: skip
    if not any(item.inline for item in files):
        body = body.replace("\n\n{{image:code.png}}", "")
    plain = who.mailer in _PLAIN and "](" not in body and "{{image:" not in body and not notice
    whole = body + (f"\n\n{quoted}" if quoted else "")
    second_to = scene.other[0 if attack else 1]
    return compose.Spec(
        from_=f"{who.name} <{who.address}>", date=line.when.astimezone(timezone(timedelta(minutes=who.offset))),
        subject=side_of(line.subject, attack), body=body, to=[f"{to.name} <{to.address}>"],
        cc=[f"{second_to.name} <{second_to.address}>"] if "cc" in line.turn.marks else [],
        re=f"unseen:{scene.seed}" if "unseen" in line.turn.marks and attack else None, quoted=quoted,
        form="plain" if plain else line.form, html="" if plain else shell(whole, scene.lang, who.mailer, notice),
        mailer=who.mailer, route=who.route, auth=who.auth, reply_to=who.reply_to, attach=files,
        headers=_bulk_headers(who) if scene.plot.mask == "news" else {},
    )  # fmt: skip


def _bulk_headers(who: Actor) -> dict[str, str]:
    return {
        "List-Unsubscribe": f"<https://www.{who.domain}/unsubscribe>, <mailto:leave@{who.domain}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"News <news.{who.domain}>",
        "Precedence": "bulk",
    }


def written(scene: Scene, attack: bool) -> list[compose.Written]:
    """Return one side's messages as bytes, each answering the one before unless the storyline says otherwise."""
    home = routes.House(scene.house.domain, f"mx.{scene.house.domain}")
    made: list[compose.Written] = []
    for line, spec in zip(scene.lines, specs(scene, attack), strict=True):
        alone = not made or "new" in line.turn.marks or bool(spec.re)
        made.append(compose.write(spec, scene.lang, line.mark, None if alone else made[-1], home))
    return made


def moment(rng: random.Random) -> datetime:
    """Return some working hour of three years."""
    day = datetime(2024, 1, 8, tzinfo=UTC) + timedelta(days=rng.randrange(1000))
    return day + timedelta(hours=5 + 12 * rng.random())
