"""`tocsin share look`, `pull` and `push`: collections of other TAXII servers, instances and feeds of MISP."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tocsin.app import events, feeds
from tocsin.bootstrap import make_events, make_remote
from tocsin.cli.brought import left_out
from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.render.plain import one_line
from tocsin.render.receiving import kept
from tocsin.render.sending import withheld
from tocsin.render.words import Words

if TYPE_CHECKING:
    from tocsin.net.misp import MispServer
    from tocsin.net.misp_feed import FeedFolder
    from tocsin.net.taxii import TaxiiServer

_TOKEN: Final = "TOCSIN_TAXII_TOKEN"  # noqa: S105 - a name
_KEY: Final = "TOCSIN_MISP_KEY"
_Option = Callable[..., Any]
_url_option: Final[_Option] = click.option(
    "--taxii", "url", metavar="URL", help="The address of the collection on the other server."
)
_misp_option: Final[_Option] = click.option(
    "--misp", "where", metavar="WHERE", help="An instance of MISP, by its address, or the folder of a feed of MISP."
)
_user_option: Final[_Option] = click.option(
    "--user", default="", help="The name that the token is the password of. Without: a bearer token."
)
_token_option: Final[_Option] = click.option(
    "--token-file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file with the token or key. Without: the variable TOCSIN_TAXII_TOKEN or TOCSIN_MISP_KEY.",
)  # fmt: skip


def _token(file: Path | None, variable: str) -> str:
    token = (file.read_text("utf-8") if file else os.environ.get(variable, "")).strip()
    if not token or not token.isprintable() or not token.isascii():
        raise InputError(
            say("there is no token for the other server"),
            say("Name a file with --token-file, or set %(variable)s.", variable=variable),
        )
    return token


@contextmanager
def _remote(url: str, user: str, file: Path | None) -> Iterator[TaxiiServer]:
    server = make_remote(url, _token(file, _TOKEN), user)
    try:
        yield server
    finally:
        server.close()


@contextmanager
def _events(where: str, file: Path | None) -> Iterator[MispServer | FeedFolder]:
    found = make_events(where, lambda: _token(file, _KEY))
    try:
        yield found
    finally:
        found.close()


def _one_of(url: str | None, where: str | None) -> None:
    if bool(url) == bool(where):
        raise InputError(
            say("the other side is not named"), say("Give either --taxii or --misp, with an address or a folder.")
        )


@click.command("look", cls=Command)
@click.option(
    "--taxii", "url", metavar="URL", required=True, help="The address of the other server: its discovery or API root."
)
@_user_option
@_token_option
@organisation_option
def look(url: str, user: str, token_file: Path | None, organisation: str | None) -> None:
    """List the collections of another TAXII server: address, title, whether it lets us read and write."""
    with entered(organisation) as node, _remote(url, user, token_file) as remote:
        for one in feeds.look(node, remote):
            may = ("read" if one.can_read else "-", "write" if one.can_write else "-")
            click.echo(one_line("  ".join((one.url, one.title, *may))))


@click.command("pull", cls=Command)
@click.argument("collection")
@_url_option
@_misp_option
@_user_option
@_token_option
@organisation_option
@language_option
def pull(
    collection: str, url: str | None, where: str | None, user: str, token_file: Path | None, organisation: str | None,
    lang: str,
) -> None:  # fmt: skip
    """Fetch into COLLECTION (an id) what is new elsewhere: on a TAXII server, in an instance or a feed of MISP."""
    words = Words(lang)
    _one_of(url, where)
    if where:
        with entered(organisation) as node, _events(where, token_file) as source:
            _tell_events(events.pull_events(node, source, collection), words)
        return
    with entered(organisation) as node, _remote(str(url), user, token_file) as remote:
        done = feeds.pull(node, remote, collection)
    _tell_came(done.objects, done.feed, words)
    left_out(done.refused, words, done.more)


def _tell_came(objects: int, feed: str, words: Words) -> None:
    click.echo(words.ngettext("%(n)s object came from %(feed)s.", "%(n)s objects came from %(feed)s.", objects,
                              feed=feed))  # fmt: skip


def _tell_events(done: events.PulledEvents, words: Words) -> None:
    _tell_came(done.objects, done.feed, words)
    new = words.ngettext("%(n)s event is new or changed.", "%(n)s events are new or changed.", done.events)
    click.echo(new, err=True)
    if done.gone:
        gone = words.ngettext("%(n)s indicator is in its event no longer, and taken back.",
                    "%(n)s indicators are in their events no longer, and taken back.", done.gone)  # fmt: skip
        click.echo(gone, err=True)
    for line in kept(done.kept, words):
        click.echo(line, err=True)
    for name, count in done.left_out:
        told = words.gettext("Not for others, or without a place here: %(name)s (%(n)s)", name=one_line(name), n=count)
        click.echo(told, err=True)
    left_out(done.refused, words, done.more)


@click.command("push", cls=Command)
@click.argument("collection")
@_url_option
@_misp_option
@_user_option
@_token_option
@click.option("--to", "recipient", required=True, metavar="ID", help="Whose server it is: a partner or a circle.")
@click.option("--publish", is_flag=True, help="Events of MISP are published at once: the instance hands them on.")
@organisation_option
@language_option
def push(
    collection: str, url: str | None, where: str | None, user: str, token_file: Path | None, recipient: str,
    publish: bool, organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Send what is new in COLLECTION (an id) to a TAXII server or to MISP, as far as it may leave."""
    words = Words(lang)
    _one_of(url, where)
    if where:
        with entered(organisation) as node, _events(where, token_file) as target:
            sent = events.push_events(node, target, collection, recipient, published=publish)
        click.echo(words.ngettext("%(n)s event was sent.", "%(n)s events were sent.", sent.events))
        for kind, count in sent.left_out:
            click.echo(words.gettext("No place in an event: %(type)s (%(n)s)", type=one_line(kind), n=count), err=True)
        left_out(sent.refused, words, sent.more)
        return
    with entered(organisation) as node, _remote(str(url), user, token_file) as remote:
        done = feeds.push(node, remote, collection, recipient)
    click.echo(words.ngettext("%(n)s object was sent.", "%(n)s objects were sent.", done.objects))
    left_out(done.refused, words, done.more)
    for why, number in done.withheld.items():
        click.echo(withheld(why, number, words), err=True)
    if done.pending:
        pending = words.ngettext("Of %(n)s the server has not said anything yet.",
                                 "Of %(n)s the server has not said anything yet.", done.pending)  # fmt: skip
        click.echo(pending, err=True)
