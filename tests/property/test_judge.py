"""What holds of every message: it is judged, soundly, and the same way each time."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, example, given, settings
from tests.property.strategies import ADDRESS, ENCODED, PAGE, TEXT, URL, messages
from tests.robust.invariants import assert_sound, engine

from tocsin.common.urls import find_urls, parse_url, unwrap
from tocsin.formats.header import decode_words, parse_addresses, parse_params
from tocsin.formats.html import read_page
from tocsin.formats.mime import parse

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
_slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
whole = settings(max_examples=20_000 if LONG else 60, deadline=None, suppress_health_check=_slow)
small = settings(max_examples=50_000 if LONG else 200, deadline=None, suppress_health_check=_slow)


@whole
@given(messages())
def test_any_message_is_judged_soundly(raw: bytes) -> None:
    assert_sound(raw)


@whole
@given(messages())
def test_the_same_message_is_judged_the_same(raw: bytes) -> None:
    first, again = (engine().judge(parse(raw)) for _ in range(2))
    assert first == again
    message = parse(raw)
    assert engine().judge(message) == engine().judge(message) == first


@whole
@given(messages())
def test_line_ends_do_not_change_the_verdict(raw: bytes) -> None:
    unix = raw.replace(b"\r", b"")
    one, other = engine().judge(parse(unix)), engine().judge(parse(unix.replace(b"\n", b"\r\n")))
    assert one.verdict == other.verdict
    assert abs(one.probability - other.probability) < 0.02


@small
@given(URL | TEXT)
@example("http://[::1]@%ff:99999/[]")
def test_urls(text: str) -> None:
    url = parse_url(text)
    assert unwrap(unwrap(url)).scheme == unwrap(url).scheme
    for start, end in find_urls(text):
        assert 0 <= start < end <= len(text)


@small
@given(ADDRESS | TEXT | ENCODED)
@example("a@")
@example('"\\')
def test_header_values(text: str) -> None:
    octets = text.encode("utf-8", "surrogatepass")
    decode_words(octets).encode()
    for address in parse_addresses(octets):
        assert address.email == address.email.lower()
        assert not any(character.isspace() for character in address.email)
    value, params, _ = parse_params(octets)
    assert value == value.strip().lower()
    assert all(name == name.lower() for name in params)


@small
@given(PAGE | TEXT)
def test_pages(source: str) -> None:
    page = read_page(source)
    assert not page.text.startswith(("\n", " "))
    assert "\n\n" not in page.text
    for anchor in page.anchors:
        assert 0 <= anchor.start <= anchor.end <= len(page.text)
        if anchor.end > anchor.start:
            assert " ".join(page.text[anchor.start : anchor.end].split()) == anchor.shown
