"""Where a server listens, and under what address others reach it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from tocsin.common.causes import cause_of
from tocsin.model.error import InputError
from tocsin.model.sentence import say

HERE: Final = ("127.0.0.1", "::1")
"""This machine: where a proxy stands whose word is taken for who calls, unless told otherwise."""


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Listen before anything is said or done. Raises InputError where another listens there already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, so that asyncio sends small answers at once (TCP_NODELAY): else each waits for 40 ms.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            opened.bind((host, port))
        except OSError as error:
            raise InputError(
                say("nothing can listen at %(host)s, port %(port)s: %(cause)s", host=host, port=port,
                    cause=cause_of(error)),
                say("Choose another one with --port, or end what listens there."),
            ) from error  # fmt: skip
        yield opened


def checked(origin: str, host: str) -> str:
    """Return the origin. Raises InputError where somebody's password would go over the network unprotected."""
    origin = origin.rstrip("/")
    parts = urlsplit(origin)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise InputError(
            say('"%(origin)s" is no address of a server', origin=origin), say("Write it as https://console.example.")
        )
    if parts.scheme == "http" and (parts.hostname != "localhost" or not _is_here(host)):
        raise InputError(
            say("passwords would go over the network unprotected"),
            say("Put a proxy with HTTPS before the console, and name it with --origin."),
        )
    return origin


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
