"""Marks of newsletters, lists and conversations."""

from __future__ import annotations

import pytest

from tocsin.formats.mime import parse
from tocsin.identify.bulk import (
    has_attribution,
    has_list_footer,
    has_postal_address,
    own_domains,
    own_link_share,
    quoted_lines,
    unsubscribe_link,
)
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail


def _mail(text: str = "", links: tuple[tuple[str, str], ...] = (), headers: tuple[tuple[str, str], ...] = ()) -> Mail:
    return Mail(parse(message(text=text, links=links, headers=headers).raw))


@pytest.mark.parametrize(
    ("shown", "url"),
    [
        ("Unsubscribe", "https://sender.example/u"),
        ("Abmelden", "https://sender.example/u"),
        ("Darse de baja", "https://sender.example/u"),
        ("إلغاء الاشتراك", "https://sender.example/u"),
        ("لغو عضویت", "https://sender.example/u"),
        ("here", "https://sender.example/optout/7"),
    ],
)
def test_a_way_out(shown: str, url: str) -> None:
    found = unsubscribe_link(_mail(links=(("News", "https://sender.example/"), (shown, url))))
    assert found is not None
    assert found.url.raw == url


def test_no_way_out() -> None:
    assert unsubscribe_link(_mail(links=(("News", "https://sender.example/"),))) is None
    assert unsubscribe_link(_mail("unsubscribe")) is None


@pytest.mark.parametrize(
    "text", ["12 Harbour Street", "Portville, ME 04101", "P.O. Box 12", "20457 Hamburg", "ص.ب 1234"]
)
def test_postal_addresses(text: str) -> None:
    assert has_postal_address(_mail(f"News\n\nSender, {text}\n"))


def test_no_postal_address() -> None:
    assert not has_postal_address(_mail("See you at five in room 12."))


def test_lists_and_quotes() -> None:
    assert has_list_footer(_mail("Hi\n\n_______________________\nTalk mailing list\n"))
    assert not has_list_footer(_mail("Hi\n"))
    assert quoted_lines(_mail("> a\n> b\nc\n")) == 2
    assert has_attribution(_mail("Yes.\n\nOn Monday Ben wrote:\n> a\n"))
    assert not has_attribution(_mail("Ben wrote to us.\n"))


def test_the_share_of_own_links() -> None:
    links = (("a", "https://www.sender.example/a"), ("b", "https://other.test/"), ("f", "https://facebook.com/x"))
    assert own_link_share(_mail(links=links)) == 0.5
    assert own_link_share(_mail("nothing")) == 0.0
    assert own_domains(_mail()) == {"sender.example"}
