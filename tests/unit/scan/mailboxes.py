"""Small mailboxes in three languages, and engines that worker processes can build, for the tests of the scan."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterable
from functools import cache
from typing import Any

from tocsin.identify.check import Check, evidence
from tocsin.identify.checks.history.first_contact import first_contact
from tocsin.identify.checks.history.prepared_link import prepared_link
from tocsin.identify.checks.history.thread_voice_moved import thread_voice_moved
from tocsin.identify.engine import Engine
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.source import RawMail
from tocsin.model.verdict import Danger, Evidence, Weight

VERA = "Vera North <vera@north.test>"
LEYLA = "ليلى سالم <leyla@souq.test>"
MARYAM = "مریم کاویان <maryam@khaneh.test>"


def _approach(mail: Mail, context: Context) -> Iterable[Evidence]:
    if "interview" in mail.subject.lower():
        yield evidence()


def _bad(mail: Mail, context: Context) -> Iterable[Evidence]:
    if "BAD" in mail.subject:
        yield evidence()


def _odd(mail: Mail, context: Context) -> Iterable[Evidence]:
    if "odd" in mail.subject:
        yield evidence(value="\ud800")


def _killer(mail: Mail, context: Context) -> Iterable[Evidence]:
    if "killer" in mail.subject:
        os.kill(os.getpid(), signal.SIGKILL)
    return ()


def _slow(mail: Mail, context: Context) -> Iterable[Evidence]:
    if "hanger" in mail.subject:
        time.sleep(600)
    if "stuck in c" in mail.subject:
        hashlib.pbkdf2_hmac("sha256", b"", b"", 1 << 30)  # minutes in C, where no signal handler of Python runs
    if "slow" in mail.subject:
        time.sleep(0.01)
    return ()


def _check(check_id: str, weight: Weight, run: Any, history: bool = False, danger: Danger = Danger.NONE) -> Check:
    return Check(check_id, weight, {}, run, list, list, danger=danger, history=history)


@cache
def make_engine() -> Engine:
    """Return an engine with a few checks, one of which kills the process over mail with "killer" in its subject.

    Another hangs over "hanger", in C over "stuck in c", and takes its time over "slow".
    """
    checks = [
        _check("approach", Weight.NONE, _approach, danger=Danger.CONVERSATION),
        _check("bad", Weight.DECISIVE, _bad, danger=Danger.CREDENTIALS),
        _check("first-contact", Weight.HINT, first_contact, history=True),
        _check("killer", Weight.NONE, _killer),
        _check("odd", Weight.NONE, _odd),
        _check("prepared-link", Weight.DECISIVE, prepared_link, history=True, danger=Danger.CREDENTIALS),
        _check("slow", Weight.NONE, _slow),
        _check("thread-voice-moved", Weight.STRONG, thread_voice_moved, history=True, danger=Danger.CONVERSATION),
    ]
    phrases: Any = _NoPhrases()
    return Engine({one.id: one for one in checks}, phrases)


class _NoPhrases:
    """The one method of `Phrases` that an engine calls."""

    def scan(self, *_: object) -> dict[str, list[object]]:
        return {}


def mail(day: int, sender: str = VERA, to: str = "sami@harbour.example", **more: Any) -> bytes:
    """Return a message of that day (1 to 28) of March 2026; its id is `day` unless given."""
    more = {"message_id": f"<{day}@mail.test>", "date": f"{day:02} Mar 2026 10:00:00 +0000", "text": "سلام"} | more
    return message(sender=sender, to=to, **more).raw


def everyday() -> list[bytes]:
    """Return 24 harmless messages of the first days: letters in three languages and the answers to them."""
    found = []
    for day in range(1, 5):
        for number, (sender, text) in enumerate(((VERA, "Dear Sami"), (LEYLA, "عزيزي سامي"), (MARYAM, "سامی عزیز"))):
            key = f"{day}.{number}@mail.test"
            found.append(mail(day, sender, text=text, message_id=f"<{key}>"))
            answer = [("In-Reply-To", f"<{key}>")]
            address = sender.partition("<")[2].strip(">")
            found.append(
                mail(day + 1, "Sami <sami@harbour.example>", address, headers=answer, message_id=f"<re.{key}>")
            )
    return found


def as_source(raws: Iterable[bytes]) -> list[RawMail]:
    """Return messages as a source gives them."""
    return [RawMail(f"box#{number}", raw) for number, raw in enumerate(raws, 1)]
