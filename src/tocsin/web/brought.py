"""What a form brings: files, and times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, TypeAlias

from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body

from tocsin.model.error import InputError
from tocsin.model.sentence import say

Form: TypeAlias = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.MULTI_PART)]
"""The fields of a form that may bring files."""


async def files(form: Mapping[str, Any], field: str = "files") -> list[tuple[str, bytes]]:
    """Return (name, content) of the files of a field that have any content."""
    sent = form.get(field) or []
    several = [one for one in (sent if isinstance(sent, list) else [sent]) if isinstance(one, UploadFile)]
    read = [(one.filename, await one.read()) for one in several]
    return [(name, content) for name, content in read if content]


async def file(form: Mapping[str, Any], field: str = "file") -> bytes:
    """Return the content of the only file of a field; empty where there is none."""
    sent = form.get(field)
    return await sent.read() if isinstance(sent, UploadFile) else b""


def text(form: Mapping[str, Any], field: str) -> str:
    """Return what stands in a field; empty where there is none."""
    sent = form.get(field)
    return sent.strip() if isinstance(sent, str) else ""


def time(text: str) -> datetime:
    """Return a time of a form, which is in UTC. Raises InputError."""
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=UTC)
    except ValueError as error:
        raise InputError(say('"%(value)s" is no time', value=text), say("Write it as 2026-03-01T09:30.")) from error
