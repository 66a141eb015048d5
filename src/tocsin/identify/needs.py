"""What a message has, as far as it is cheap to know: the engine passes over checks that could find nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tocsin.identify.mail import Mail

NEEDS: Final[Mapping[str, Callable[[Mail], object]]] = {
    "beyond-ascii": lambda mail: not all(text.layer == "hidden" or text.content.isascii() for text in mail.texts),
    "defects": lambda mail: mail.defects,
    "files": lambda mail: mail.attachments,
    "links": lambda mail: mail.links,
    "pages": lambda mail: mail.pages,
}
"""What a check may declare that it needs: text beyond ASCII that a reader sees, a defect, an attachment, a link of the
body, an HTML body."""


def has(mail: Mail) -> frozenset[str]:
    """Return the names of what the message has.

    What cannot be told counts as had, so that each check fails by itself.
    """
    return frozenset(name for name, view in NEEDS.items() if _holds(view, mail))


def _holds(view: Callable[[Mail], object], mail: Mail) -> bool:
    try:
        return bool(view(mail))
    except Exception:  # noqa: BLE001 - the checks that ask for it will be recorded as failed
        return True
