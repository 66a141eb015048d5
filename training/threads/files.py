"""What is attached, on either side. All of it is harmless: see bench/suites/attachments.py."""

from __future__ import annotations

import random

from bench.suites.attachments import Attachment

from training.synth.identities import pick

_PROGRAMS = ("exe", "scr", "js", "vbs", "hta", "bat")


def attached(
    rng: random.Random, kinds: str, name: str, url: str, sender: str, password: str, at: str
) -> list[Attachment]:
    """Return the attachment of one of several kinds (divided by blanks), none for "" and the kind `none`.

    Args:
        rng: decides.
        kinds: keys of the generators of the suites, or one of ours: double, archive, locked, locked-honest, image, none.
        name: without ending; may be of any script.
        url: where it leads.
        sender: organiser of an invite.
        password: of a locked archive.
        at: when an invite takes place (iCalendar UTC).
    """
    kind = pick(rng, kinds.split()) if kinds else "none"
    if kind == "none":
        return []
    if kind == "double":
        return [_double(rng, name)]
    if kind == "archive":
        inner = f"{name}.{pick(rng, ('pdf', 'docx', 'xlsx'))}.{pick(rng, _PROGRAMS)}"
        return [Attachment(kind="zip_plain", name=f"{name}.zip", inner=inner)]
    if kind in {"locked", "locked-honest"}:
        ending = (
            pick(rng, ("pdf", "docx", "xlsx"))
            if kind == "locked-honest"
            else pick(rng, ("lnk", "docm", "exe", "iso", "js"))
        )
        return [
            Attachment(kind="zip_password", name=f"{name}.zip", inner=f"{name}.{ending}", password=password or "4711")
        ]
    if kind == "image":
        return [Attachment(kind="png_qr", name="code.png", url=url, inline=True)]
    if kind == "ics":
        return [Attachment(kind="ics", name="invite.ics", url=url, text=name, sender=sender, at=at)]
    return [
        Attachment(
            kind=kind,
            name=f"{name}.{_ENDINGS[kind]}",
            url=url,
            text=name,
            inner=f"{name}.iso" if kind == "html_smuggle" else "",
        )
    ]


def _double(rng: random.Random, name: str) -> Attachment:
    if rng.random() < 0.4:
        return Attachment(kind="lnk", name=f"{name}.pdf.lnk", text=name)
    return Attachment(
        kind="txt",
        name=f"{name}.{pick(rng, ('pdf', 'docx', 'jpg'))}.{pick(rng, _PROGRAMS)}",
        type="application/octet-stream",
    )


_ENDINGS = {
    "docx_plain": "docx", "docx_link": "docx", "docx_template": "docx", "docx_macro": "docm", "xlsx_plain": "xlsx",
    "pdf_plain": "pdf", "pdf_link": "pdf", "pdf_qr": "pdf", "svg_script": "svg", "svg_plain": "svg", "html_form": "html",
    "html_smuggle": "html", "html_plain": "html", "zip_plain": "zip", "lnk": "lnk", "url_file": "url", "iso": "iso",
    "txt": "txt", "png_plain": "png",
}  # fmt: skip
