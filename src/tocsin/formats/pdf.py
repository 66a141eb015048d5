"""PDF documents to what in them can act or lead away: bytes to facts (ISO 32000-1). Nothing is rendered or run."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

_MAX_LINKS: Final = 200
_MAX_CONTENT: Final = 400_000
_MAX_OBJECTS: Final = 4_000
_MAX_NESTING: Final = 5
_MAX_WIDTH: Final = 300
_MAX_PIXELS: Final = 4_000_000
_SHOWN: Final = re.compile(rb"\((?:[^()\\]|\\.){0,4000}\)|<[0-9A-Fa-f\s]{4,2000}>")


class Pdf(Struct, frozen=True):
    """What a PDF can do beyond being read, and where it leads."""

    pages: int = 0
    links: tuple[str, ...] = ()
    """Web links of its first pages, in order."""
    letters: int = 0
    """Roughly how many characters the first page shows as text (pictures of text do not count)."""
    script: bool = False
    """It holds JavaScript."""
    launch: str = ""
    """The program that an action starts, or ""."""
    automatic: bool = False
    """Something is run or opened as soon as it is opened (beyond going to a page)."""
    files: tuple[str, ...] = ()
    """Names of files embedded in it."""
    form: str = ""
    """The address that a form sends its fields to, or ""."""
    encrypted: bool = False
    """It opens only with a password."""
    broken: bool = False
    """It could not be read."""


def read_pdf(data: bytes) -> Pdf:
    """Return the facts of a PDF; never raises."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), inherit_page_attributes=False) as document:
            return _facts(document)
    except pikepdf.PasswordError:
        return Pdf(encrypted=True)
    except Exception:  # noqa: BLE001 - the C++ parser's errors have no common base class
        return Pdf(broken=True)


def _facts(document: Any) -> Pdf:
    links: list[str] = []
    launch, script, form = "", False, ""
    for action in _actions(document):
        kind = str(action.get("/S", ""))
        if kind == "/URI" and len(links) < _MAX_LINKS:
            links.append(str(action.get("/URI", ""))[:2_000])
        elif kind == "/JavaScript":
            script = True
        elif kind == "/Launch":
            launch = launch or str(action.get("/F", "") or "program")[:200]
        elif kind == "/SubmitForm":
            form = form or str(action.get("/F", ""))[:500]
    opening = document.Root.get("/OpenAction")
    started = str(opening.get("/S", "")) if opening is not None and hasattr(opening, "get") else ""
    return Pdf(
        pages=len(document.pages),
        links=tuple(dict.fromkeys(links)),
        letters=_letters(document.pages[0]) if len(document.pages) else 0,
        script=script,
        launch=launch,
        automatic=started in ("/JavaScript", "/Launch", "/URI", "/SubmitForm"),
        files=tuple(str(name)[:200] for name in list(document.attachments)[:50]),
        form=form,
    )


def _actions(document: Any) -> Iterator[Any]:
    """Every dictionary among the document's objects that is an action, up to the limit."""
    for number, item in enumerate(document.objects):
        if number >= _MAX_OBJECTS:
            return
        yield from _actions_of(item)


def _actions_of(item: Any, depth: int = 0) -> Iterator[Any]:
    """The actions in an object and in what is written out inside it (what it refers to comes by itself)."""
    import pikepdf

    if depth > _MAX_NESTING:
        return
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        if "/S" in item and any(key in item for key in ("/URI", "/JS", "/F", "/Win")):
            yield item
        inner = [item[key] for key in list(item.keys())[:_MAX_WIDTH]]
    elif isinstance(item, pikepdf.Array):
        inner = list(item)[:_MAX_WIDTH]
    else:
        return
    for child in inner:
        if getattr(child, "is_indirect", True) is False:
            yield from _actions_of(child, depth + 1)


def _letters(page: Any) -> int:
    """Characters in the strings of a page's content; escapes count as written, near enough for "hardly any"."""
    contents = page.obj.get("/Contents")
    streams = [contents] if contents is not None and hasattr(contents, "read_bytes") else list(contents or [])
    data = b"".join(stream.read_bytes()[:_MAX_CONTENT] for stream in streams[:20])[:_MAX_CONTENT]
    return sum(len(m) - 2 if m[:1] == b"(" else (len(m) - 2) // 4 for m in _SHOWN.findall(data))


def read_images(data: bytes, limit: int = 3) -> list[Any]:
    """Return up to `limit` pictures (Pillow images) of the first two pages, of at most four million pixels each."""
    import pikepdf

    found: list[Any] = []
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            for page in list(document.pages)[:2]:
                raws: list[Any] = list(page.images.values())[:10]
                for raw in raws:
                    image = pikepdf.PdfImage(raw)
                    if image.width * image.height <= _MAX_PIXELS and len(found) < limit:
                        found.append(image.as_pil_image())
    except Exception:  # noqa: BLE001 - as above; a picture that cannot be read shows no code either
        return found
    return found
