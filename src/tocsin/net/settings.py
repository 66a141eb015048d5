"""Settings of the node: a file `node.toml` at its home, and environment variables, which win."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tocsin.common.causes import cause_of
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.net.keys import read_private, unreadable

NAME: Final = "node.toml"


class Oidc(Struct, frozen=True, forbid_unknown_fields=True):
    """The OpenID provider by whose accounts people may sign in."""

    issuer: str = ""
    """As its metadata writes it; empty where there is none."""
    client_id: str = ""
    secret_file: str = ""
    """A file that holds the client's secret; a relative path starts at home. Empty for a public client."""
    name: str = ""
    """What people call it; else the issuer's host."""


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """All of `node.toml`."""

    oidc: Oidc = Oidc()


def load(home: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings. Raises InputError for a file that cannot be meant."""
    file = home / NAME
    try:
        read = msgspec.convert(tomllib.loads(file.read_text("utf-8")), Settings)
    except FileNotFoundError:
        read = Settings()
    except OSError as error:
        raise InputError(
            say("%(file)s cannot be read: %(cause)s", file=file, cause=cause_of(error)),
            say("Look at its owner and rights."),
        ) from error
    except (ValueError, msgspec.ValidationError) as error:
        raise InputError(
            say("%(file)s is not as it should be: %(cause)s", file=file, cause=str(error)),
            say("docs/howto/let-people-in.md shows what can stand in it."),
        ) from error
    given = {
        field: environment[name]
        for field in Oidc.__struct_fields__
        if (name := f"TOCSIN_OIDC_{field.upper()}") in environment
    }
    return replace(read, oidc=replace(read.oidc, **given))


def secret(home: Path, oidc: Oidc) -> str:
    """Return the client's secret; empty for a public client. Raises KeyFileError for a file that others may read."""
    if not oidc.secret_file:
        return ""
    file = home / oidc.secret_file
    try:
        return read_private(file).decode("utf-8", "replace").strip()
    except FileNotFoundError as error:
        raise unreadable(file, error) from error
