"""Parts that wrap others in a way of their own: winmail.dat and opaque S/MIME signatures, opened into a MIME tree."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from tocsin.formats.content import decode_part
from tocsin.formats.mime import parse
from tocsin.formats.smime import signed_content
from tocsin.formats.tnef import Tnef, TnefAttachment, read_tnef
from tocsin.model.limits import Limits
from tocsin.model.message import Part

_TNEF: Final = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_SMIME: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_MAX_DEPTH: Final = 3


def is_tnef_part(part: Part) -> bool:
    """Whether a part is a winmail.dat, by its type or its name."""
    return part.media_type in _TNEF or part.filename.lower() == "winmail.dat"


def expanded(root: Part, limits: Limits, depth: int = 0) -> Part:
    """Return the tree with such leaves replaced by what they hold; the same object where there are none."""
    if depth > _MAX_DEPTH:
        return root
    if root.children:
        if not root.media_type.startswith("multipart/"):
            return root
        children = tuple(expanded(child, limits, depth) for child in root.children)
        same = all(new is old for new, old in zip(children, root.children, strict=True))
        return root if same else replace(root, children=children)
    if is_tnef_part(root):
        return _of_tnef(root, limits)
    if root.media_type in _SMIME and root.params.get("smime-type", "signed-data") == "signed-data":
        inner = signed_content(decode_part(root, limits))
        return _under(root, expanded(parse(inner, limits).root, limits, depth + 1)) if inner else root
    return root


def _under(outer: Part, inner: Part) -> Part:
    """The outer part as a multipart with the inner one as its only child."""
    return replace(
        outer, media_type="multipart/mixed", children=(_below(inner, outer.path),), disposition="", filename=""
    )


def _below(part: Part, path: str) -> Part:
    """The part with the wrapper's path in front of its own, so that paths stay unique."""
    return replace(part, path=f"{path}.{part.path}", children=tuple(_below(child, path) for child in part.children))


def _of_tnef(part: Part, limits: Limits) -> Part:
    tnef = read_tnef(decode_part(part, limits), limits)
    children = (*_bodies(part, tnef), *(_file(part, one) for one in tnef.attachments))
    return (
        replace(part, media_type="multipart/mixed", children=children, disposition="", filename="")
        if children
        else part
    )


def _bodies(part: Part, tnef: Tnef) -> tuple[Part, ...]:
    if tnef.html.strip():
        return (_leaf(part, "text/html", tnef.html, {"charset": tnef.html_charset or "utf-8"}),)
    return (_leaf(part, "text/plain", tnef.text.encode(), {"charset": "utf-8"}),) if tnef.text.strip() else ()


def _file(part: Part, one: TnefAttachment) -> Part:
    leaf = _leaf(part, one.content_type.lower() or "application/octet-stream", one.data, {})
    return replace(leaf, disposition="attachment", filename=one.name or "attachment")


def _leaf(part: Part, media_type: str, data: bytes, params: dict[str, str]) -> Part:
    return Part(part.path, (), media_type, params, "", "", "", data, 0, len(data))
