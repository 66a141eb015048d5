"""What people see at the desk: things of the views together with their words from the vault."""

from __future__ import annotations

from msgspec import Struct

from tocsin.model.view import MessageItem


class Listed(Struct, frozen=True):
    """A message in a list. Behind glass nothing is shown of who wrote what."""

    item: MessageItem
    sealed: bool
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    recipients: tuple[str, ...] = ()
    """Ids of people of the organisation."""
