from __future__ import annotations

import dns.exception
import dns.resolver
import pytest

from tocsin.net.dns import Resolver


class _Record:
    def __init__(self, *strings: bytes) -> None:
        self.strings = strings


def _resolver(monkeypatch: pytest.MonkeyPatch, answer: object) -> tuple[Resolver, list[str]]:
    resolver, asked = Resolver(servers=("192.0.2.53",)), []

    def resolve(name: str, kind: str, search: bool) -> object:
        assert (kind, search) == ("TXT", False)
        asked.append(name)
        if isinstance(answer, type):
            raise answer
        return answer

    monkeypatch.setattr(resolver._resolver, "resolve", resolve)
    return resolver, asked


def test_the_strings_of_a_record_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    resolver, _ = _resolver(monkeypatch, [_Record(b"v=DKIM1; ", b"p=abc"), _Record(b"\xff")])
    assert resolver.text("s._domainkey.a.example") == ("v=DKIM1; p=abc", "\ufffd")


def test_a_name_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    resolver, asked = _resolver(monkeypatch, [])
    assert [resolver.text("a.example"), resolver.text("a.example")] == [(), ()]
    assert asked == ["a.example"]


@pytest.mark.parametrize("error", [dns.resolver.NXDOMAIN, dns.resolver.NoAnswer])
def test_no_such_record_is_an_answer(monkeypatch: pytest.MonkeyPatch, error: type) -> None:
    assert _resolver(monkeypatch, error)[0].text("a.example") == ()


@pytest.mark.parametrize("error", [dns.exception.Timeout, dns.resolver.NoNameservers, ValueError])
def test_nobody_answered_is_not_the_same(monkeypatch: pytest.MonkeyPatch, error: type) -> None:
    assert _resolver(monkeypatch, error)[0].text("a.example") is None
