"""`tocsin serve`: starts the console."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

import click

from tocsin.app import access, invitations
from tocsin.bootstrap import CONSOLE, make_chance, make_server, make_store, now
from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.listening import HERE, checked, listening
from tocsin.model.error import InputError
from tocsin.render.words import Words

_PORT: Final = urlsplit(CONSOLE).port


@click.command("serve", cls=Command)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=_PORT, show_default=True, help="Port to listen on.")
@click.option(
    "--origin", metavar="URL", help="Under what address browsers reach it, where a proxy with HTTPS stands before it."
)
@click.option(
    "--proxy",
    "proxies",
    metavar="ADDRESS",
    multiple=True,
    help="The proxy whose word is taken for who calls; repeat. With an https origin: the one on this machine.",
)
@language_option
def command(host: str, port: int, origin: str | None, proxies: tuple[str, ...], lang: str) -> None:
    """Start the console and the HTTP API, and print the address.

    It listens on this machine only. To let others in, put a proxy with HTTPS before it and name it with --origin.
    """
    origin = checked(origin or f"http://localhost:{port}", host)
    proxies = proxies or (HERE if origin.startswith("https") else ())
    words = Words(lang)
    with listening(host, port) as opened:
        _say_where(origin, words)
        keep_scratch_in_memory()
        os.environ["TOCSIN_ORIGIN"] = origin
        with suppress(KeyboardInterrupt):
            make_server("tocsin.web.app:serve", host, port, proxies, factory=True).run([opened])


def _say_where(origin: str, words: Words) -> None:
    first = _first_runs()
    click.echo(words.gettext("The console is at %(origin)s", origin=origin))
    for organisation, secret in first:
        click.echo(
            words.gettext("Nobody can sign in to %(organisation)s yet. Come in here, once:", organisation=organisation)
        )
        click.echo(f"  {origin}/come-in?first=1&organisation={quote(organisation)}#{secret}")


def keep_scratch_in_memory(memory: Path = Path("/dev/shm")) -> None:  # noqa: S108 - it is memory, and files in it are private
    """Let the part of an upload beyond a megabyte, which litestar writes to a scratch file, lie in memory.

    Where a system has no such folder it goes to the disk, without a name and until the request ends.
    """
    if memory.is_dir() and os.access(memory, os.W_OK):
        tempfile.tempdir = str(memory)


def _first_runs() -> list[tuple[str, str]]:
    """One-time tokens, for the organisations to which nobody can sign in."""
    store = make_store()
    try:
        made: list[tuple[str, str]] = []
        for organisation in store.organisations():
            try:
                opened = invitations.first_run(access.enter(store, access.node(organisation), now, make_chance()))
            except InputError:
                continue
            made.append((organisation, opened.secret))
        return made
    finally:
        store.close()
