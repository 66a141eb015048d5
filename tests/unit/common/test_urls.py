"""URLs as browsers read them, and their wrappers undone."""

from __future__ import annotations

import base64

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tocsin.common.urls import bare, find_urls, is_rewriter, parse_url, shown_host, unwrap

URLISH = st.text(st.sampled_from("htps:/@.%[]?#&=a1\\\u0430 \t-_"), max_size=60)


@pytest.mark.parametrize(
    ("text", "scheme", "host", "port", "path"),
    [
        ("https://A.example/x?q=1#f", "https", "a.example", -1, "/x"),
        ("http:\\\\a.example\\x", "http", "a.example", -1, "/x"),
        ("https://good.example@evil.test:8443/", "https", "evil.test", 8443, "/"),
        ("www.a.example/x", "http", "www.a.example", -1, "/x"),
        ("a.example:8080/x", "http", "a.example", 8080, "/x"),
        ("ht\ntps://a.example", "https", "a.example", -1, ""),
        ("https://[::1]:80/x", "https", "[::1]", 80, "/x"),
        ("mailto:a@b.example", "mailto", "", -1, "a@b.example"),
        ("javascript:alert(1)", "javascript", "", -1, "alert(1)"),
        ("https://аpple.example/", "https", "xn--pple-43d.example", -1, "/"),
        ("", "http", "", -1, ""),
    ],
)
def test_pieces(text: str, scheme: str, host: str, port: int, path: str) -> None:
    url = parse_url(text)
    assert (url.scheme, url.host, url.port, url.path) == (scheme, host, port, path)


def test_userinfo() -> None:
    assert parse_url("https://good.example@evil.test/").userinfo == "good.example"


@given(URLISH)
@example("http://[")
@example("http://%")
def test_nothing_raises(text: str) -> None:
    url = unwrap(parse_url(text))
    assert isinstance(url.domain, str)
    for start, end in find_urls(text):
        assert 0 <= start < end <= len(text)
    assert isinstance(shown_host(text), str)


TARGET = "https://evil.test/login?a=b"


@pytest.mark.parametrize(
    "wrapped",
    [
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.test%2Flogin%3Fa%3Db&data=x",
        "https://www.google.com/url?q=https%3A%2F%2Fevil.test%2Flogin%3Fa%3Db&sa=D",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__evil.test_login-3Fa-3Db&d=x",
        "https://urldefense.com/v3/__https://evil.test/login?a=b__;!!x",
        "https://tracker.example/click?target=" + base64.urlsafe_b64encode(TARGET.encode()).decode(),
        "https://tracker.example/r/https://evil.test/login%3Fa=b",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fevil.test%252Flogin%253Fa%253Db",
    ],
)
def test_wrappers_are_undone(wrapped: str) -> None:
    assert unwrap(parse_url(wrapped)).host == "evil.test"


def test_a_url_without_a_wrapper_stays() -> None:
    for text in ("https://a.example/x?id=5", "mailto:a@b.example", "https://a.example/?next=/home"):
        assert unwrap(parse_url(text)) == parse_url(text)


def test_wrappers_around_themselves_end() -> None:
    url = "https://a.example/"
    for _ in range(20):
        url = f"https://www.google.com/url?q={url.replace(':', '%3A')}"
    assert unwrap(parse_url(url)).is_web


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see http://a.example/x?(y). and (www.foo.com/bar)", ["http://a.example/x?(y)", "www.foo.com/bar"]),
        ("write to x@y.com or foo.bar.com, please", ["foo.bar.com"]),
        ("hxxp://evil.test/x", ["hxxp://evil.test/x"]),
        ("انظر https://a.example/س، شكرا", ["https://a.example/س"]),
        ("version 1.2.3 of file.txt", []),
        ("sub.co.uk", ["sub.co.uk"]),
    ],
)
def test_urls_in_text(text: str, urls: list[str]) -> None:
    assert [text[start:end] for start, end in find_urls(text)] == urls


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://bank.example/login", "bank.example"),
        ("www.bank.example", "bank.example"),
        ("bank.example", "bank.example"),
        ("click here", ""),
        ("report.pdf", ""),
        ("write to a@bank.example", ""),
        ("Read the news on bank.example today, it is great", ""),
    ],
)
def test_the_host_a_link_claims(text: str, host: str) -> None:
    assert shown_host(text) == host


def test_undoes_pages_cached_by_google_and_encoded_trackers() -> None:
    assert unwrap(parse_url("https://www.google.co.uk/amp/s/page.test/x")).host == "page.test"
    assert unwrap(parse_url("https://www.google.com/amp/page.test/x")).path == "/x"
    tracked = "https://a.lt.tracker.example/link?redirectUrl=aHR0cHMlM0ElMkYlMkZwYWdlLnRlc3QlMkY="
    assert unwrap(parse_url(tracked)).host == "page.test"


def test_knows_the_rewriters_of_mail_gateways() -> None:
    assert is_rewriter("eur01.safelinks.protection.outlook.com")
    assert not is_rewriter("www.google.com")


def test_a_bare_host_does_not_run_over_the_end_of_a_line() -> None:
    assert find_urls("the core\n.NET classes") == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://me@Evil.test:8443/a/b?user=dana@x.example#d", "https://evil.test:8443/a/b"),
        ("HTTP://evil.test", "http://evil.test"),
        ("evil.test/a?b", "http://evil.test/a"),
        ("mailto:dana@x.example", "mailto:dana@x.example"),
    ],
)
def test_what_is_made_for_one_visitor_is_left_out(url: str, expected: str) -> None:
    assert bare(url) == expected
