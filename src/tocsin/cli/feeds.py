"""`tocsin share look`, `pull` and `push`: collections of other TAXII servers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tocsin.app import feeds
from tocsin.bootstrap import make_remote
from tocsin.cli.brought import left_out
from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.render.plain import one_line
from tocsin.render.sending import withheld
from tocsin.render.words import Words

if TYPE_CHECKING:
    from tocsin.net.taxii import TaxiiServer

_TOKEN: Final = "TOCSIN_TAXII_TOKEN"  # noqa: S105 - a name
_Option = Callable[..., Any]
_url_option: Final[_Option] = click.option(
    "--taxii", "url", metavar="URL", required=True, help="The address of the collection on the other server."
)
_user_option: Final[_Option] = click.option(
    "--user", default="", help="The name that the token is the password of. Without: a bearer token."
)
_token_option: Final[_Option] = click.option(
    "--token-file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file with the token. Without: the variable TOCSIN_TAXII_TOKEN.",
)  # fmt: skip


@contextmanager
def _remote(url: str, user: str, file: Path | None) -> Iterator[TaxiiServer]:
    token = (file.read_text("utf-8") if file else os.environ.get(_TOKEN, "")).strip()
    if not token or not token.isprintable() or not token.isascii():
        raise InputError(
            say("there is no token for the other server"),
            say("Name a file with --token-file, or set TOCSIN_TAXII_TOKEN."),
        )
    server = make_remote(url, token, user)
    try:
        yield server
    finally:
        server.close()


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
@_user_option
@_token_option
@organisation_option
@language_option
def pull(
    collection: str, url: str, user: str, token_file: Path | None, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """Fetch into COLLECTION (an id) what another server has added to one of its own since the last time."""
    words = Words(lang)
    with entered(organisation) as node, _remote(url, user, token_file) as remote:
        done = feeds.pull(node, remote, collection)
    said = words.ngettext("%(n)s object came from %(feed)s.", "%(n)s objects came from %(feed)s.", done.objects,
                          feed=done.feed)  # fmt: skip
    click.echo(said)
    left_out(done.refused, words, done.more)


@click.command("push", cls=Command)
@click.argument("collection")
@_url_option
@_user_option
@_token_option
@click.option("--to", "recipient", required=True, metavar="ID", help="Whose server it is: a partner or a circle.")
@organisation_option
@language_option
def push(
    collection: str, url: str, user: str, token_file: Path | None, recipient: str, organisation: str | None, lang: str
) -> None:
    """Send what was added to COLLECTION (an id) since the last time to another server, as far as it may leave."""
    words = Words(lang)
    with entered(organisation) as node, _remote(url, user, token_file) as remote:
        done = feeds.push(node, remote, collection, recipient)
    click.echo(words.ngettext("%(n)s object was sent.", "%(n)s objects were sent.", done.objects))
    left_out(done.refused, words, done.more)
    for why, number in done.withheld.items():
        click.echo(withheld(why, number, words), err=True)
    if done.pending:
        pending = words.ngettext("Of %(n)s the server has not said anything yet.",
                                 "Of %(n)s the server has not said anything yet.", done.pending)  # fmt: skip
        click.echo(pending, err=True)
