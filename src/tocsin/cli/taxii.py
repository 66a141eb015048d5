"""`tocsin taxii`: the server by which partners read and write collections."""

from __future__ import annotations

from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

import click

from tocsin.bootstrap import TAXII, make_server, make_store
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.listening import HERE, checked, listening
from tocsin.render.words import Words

_PORT: Final = urlsplit(TAXII).port


@click.group("taxii", cls=Group)
def command() -> None:
    """Let partners read and write collections of indicators by TAXII 2.1."""


@command.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=_PORT, show_default=True, help="Port to listen on.")
@click.option(
    "--origin", metavar="URL", help="Under what address partners reach it, where a proxy with HTTPS stands before it."
)
@language_option
def serve(host: str, port: int, origin: str | None, lang: str) -> None:
    """Start the TAXII server, and print the address of its discovery.

    It listens on this machine only. To let partners in, put a proxy with HTTPS before it and name it with --origin.
    """
    origin = checked(origin or f"http://localhost:{port}", host)
    make_store().close()
    words = Words(lang)
    with listening(host, port) as opened:
        click.echo(words.gettext("Partners find the collections at %(address)s", address=f"{origin}/taxii2/"))
        with suppress(KeyboardInterrupt):
            make_server("tocsin.taxii.app:serve", host, port, HERE, factory=True).run([opened])
