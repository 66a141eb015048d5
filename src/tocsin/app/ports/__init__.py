"""What the use cases need from outside, as Protocols."""

from __future__ import annotations

from tocsin.app.ports.accounts import AccountLogs, AccountReader, LogFile, Looked
from tocsin.app.ports.exchange import Events, Remote, Shelves
from tocsin.app.ports.judging import Memories, Memory, Names, Ocr, Rules
from tocsin.app.ports.sign_in import Chance, Passkeys, Passwords, Provider
from tocsin.app.ports.store import Log, Reader, Store, Vault, Writer
from tocsin.app.ports.views import Views

__all__ = [
    "AccountLogs", "AccountReader", "Chance", "Events", "Log", "LogFile", "Looked", "Memories", "Memory", "Names",
    "Ocr", "Passkeys", "Passwords", "Provider", "Reader", "Remote", "Rules", "Shelves", "Store", "Vault", "Views",
    "Writer",
]  # fmt: skip
