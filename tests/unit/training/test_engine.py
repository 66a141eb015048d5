"""The engine: the same every time, and never crossing the line between the sides."""

from __future__ import annotations

import random
from collections import Counter
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr
from typing import get_args

import pytest
from training.synth import cast
from training.synth.brands import brands_of
from training.synth.engine import LABEL_WEIGHTS, books, generate, render
from training.synth.facts import Facts
from training.synth.headers import rfc_date, write
from training.synth.layouts import BY_NAME, layouts_of
from training.synth.schema import CLEAN_SENDERS, FACTS, LANGS, PLAIN, REPLY, Kind, Label, Lang, Sample, Sender

A_KIND = Kind(
    id="a-kind",
    label="malicious",
    sender="impostor",
    brands=("parcel",),
    subjects=("Your parcel $track",),
    body=(("Pay $small.",),),
    calls=("Pay",),
)
NEWS = Kind(
    id="news", label="clean", sender="org", subjects=("Fine $month",), body=(("Mostly harmless.",),), calls=("Go on",)
)


def test_the_same_seed_gives_the_same_mail() -> None:
    assert list(generate(7, 25)) == list(generate(7, 25))


def test_a_message_depends_on_its_own_number_alone() -> None:
    assert list(generate(7, 40))[:10] == list(generate(7, 10))


def test_another_seed_gives_other_mail() -> None:
    assert not {s.raw for s in generate(1, 30)} & {s.raw for s in generate(2, 30)}


def test_labels_come_in_the_promised_shares() -> None:
    count = Counter(sample.label for sample in generate(3, 1200))
    for label, share in LABEL_WEIGHTS.items():
        assert abs(count[label] / 1200 - share) < 0.06


def test_one_label_can_be_asked_for() -> None:
    assert {sample.label for sample in generate(1, 40, "unwanted")} == {"unwanted"}


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(LookupError, match="no kind of mail called 'ham'"):
        next(generate(1, 1, "ham"))


@pytest.mark.parametrize("label", LABEL_WEIGHTS)
def test_every_language_is_there(label: str) -> None:
    assert {sample.lang for sample in generate(4, 300, label)} == set(LANGS)


def test_recipient_is_mostly_the_neutral_one_on_both_sides() -> None:
    for label in LABEL_WEIGHTS:
        neutral = sum(b"user@example.org" in sample.raw for sample in generate(5, 200, label))
        assert neutral > 100


def parts(sample: Sample) -> str:
    message = message_from_bytes(sample.raw)
    found = []
    for part in message.walk():
        if part.get_content_maintype() == "text":
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            found.append(content.decode(part.get_content_charset() or "ascii"))
    return "\n".join(found)


def test_a_twin_is_clean_and_comes_from_the_brand_itself() -> None:
    twin = next(k for book in books() if book.lang == "en" for k in book.kinds if k.twin and k.id == "parcel-notice")
    own = {domain for brand in brands_of(twin.brands, "en") for domain in brand.domains}
    for number in range(20):
        sample = render(random.Random(number), twin, "en", twin=True)
        domain = parseaddr(str(message_from_bytes(sample.raw)["From"]))[1].rpartition("@")[2]
        assert sample.label == "clean"
        assert sample.source == "synth/parcel-notice/twin"
        assert any(domain == known or domain.endswith("." + known) for known in own)


def test_an_impostor_rarely_has_the_brand_s_domain_and_never_its_signature() -> None:
    own = {domain for brand in brands_of(A_KIND.brands, "en") for domain in brand.domains}
    scenes = [cast.scene(random.Random(n), A_KIND, "en") for n in range(400)]
    forged = [s for s in scenes if s.domain in own]
    assert len(forged) < 80
    assert all(not s.signed and s.dmarc != "pass" for s in forged)


def test_clean_links_lead_home() -> None:
    kind = Kind(id="k", label="clean", sender="org", subjects=("News",), body=(("Text.",),), calls=("Read",))
    for number in range(40):
        rng = random.Random(number)
        place = cast.scene(rng, kind, "en")
        place.tracked = False
        assert place.home in cast.link(rng, place)


@pytest.mark.parametrize("name", BY_NAME)
def test_every_layout_shows_what_is_said(name: str) -> None:
    samples = [render(random.Random(n), NEWS, "en", layout=BY_NAME[name]) for n in range(8)]
    shown = "\n".join(parts(sample) for sample in samples)
    said = ("Mostly harmless", "Fine", "https://") if name.startswith("image") else ("Mostly harmless",)
    assert any(text in shown for text in said)


def test_answers_quote_and_refer_to_an_earlier_message() -> None:
    kind = Kind(
        id="k", label="clean", sender="person", subjects=("Lunch",), body=(("Yes.",),), link="none", layouts=(REPLY,)
    )
    for number in range(12):
        message = message_from_bytes(render(random.Random(number), kind, "en").raw)
        assert str(make_header(decode_header(str(message["Subject"])))).lower().startswith("re:")


def test_a_fact_stays_the_same_in_one_message() -> None:
    place = cast.scene(random.Random(1), A_KIND, "de")
    facts = Facts(random.Random(1), "de", place.when, {}, {"thing": ("a $num", "b $num")})
    assert facts("thing") == facts("thing")
    assert facts("num") in facts("thing")
    with pytest.raises(LookupError, match=r"no fact \$nothing"):
        facts("nothing")


#: Facts that the scene gives, not chance.
GIVEN = frozenset("first last full email user rdomain me mefirst brand branddomain org url".split())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", sorted(set(FACTS) - GIVEN))
def test_every_fact_can_be_drawn_in_every_language(lang: Lang, name: str) -> None:
    place = cast.scene(random.Random(2), A_KIND, "en")
    facts = Facts(random.Random(2), lang, place.when, {}, {})
    assert facts(name)
    assert "$" not in facts(name).replace("$", "", 1)


def test_dates_are_written_as_the_standard_wants() -> None:
    place = cast.scene(random.Random(1), A_KIND, "en")
    assert (
        rfc_date(place.when.replace(year=2024, month=2, day=1, hour=9, minute=5, second=7))
        == "Thu, 1 Feb 2024 09:05:07 +0000"
    )


def test_headers_without_stamps_are_common_on_both_sides() -> None:
    pairs: tuple[tuple[Sender, Label], ...] = (("org", "clean"), ("impostor", "malicious"))
    for role, label in pairs:
        kind = Kind(id="k", label=label, sender=role, subjects=("x",), body=(("y",),), brands=("parcel",))
        bare = 0
        for number in range(100):
            rng = random.Random(number)
            lines = write(cast.scene(rng, kind, "en"), rng, "x", "", reply=False)
            bare += "Authentication-Results" not in dict(lines)
        assert 40 < bare < 80


def test_layout_families_and_names_are_known() -> None:
    assert len(BY_NAME) >= 25
    assert BY_NAME["image_only"] in layouts_of(("image_only", PLAIN))
    with pytest.raises(KeyError):
        layouts_of(("fax",))


def test_clean_senders_are_marked_clean() -> None:
    for role in get_args(Sender):
        kind = Kind(id="k", label="clean", sender=role, subjects=("x",), body=(("y",),))
        assert cast.scene(random.Random(3), kind, "he").clean == (role in CLEAN_SENDERS)
