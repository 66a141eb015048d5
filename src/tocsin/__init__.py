"""Tocsin warns: it says which mail attacks, by what means, how sure that is, and shows the evidence.

>>> import tocsin
>>> message = tocsin.parse(b"From: a@sender.example\\n\\nhello")
>>> tocsin.judge(message).verdict
<Class.CLEAN: 'clean'>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tocsin.formats.mime import parse as parse
    from tocsin.model.context import Context as Context
    from tocsin.model.message import Message as Message
    from tocsin.model.profile import Profile as Profile
    from tocsin.model.verdict import Verdict as Verdict

__all__ = ["Context", "Message", "Profile", "Verdict", "__version__", "judge", "judge_mailbox", "parse"]
__version__ = "0.1.0"

_HOMES = {
    "parse": "tocsin.formats.mime",
    "Context": "tocsin.model.context",
    "Message": "tocsin.model.message",
    "Profile": "tocsin.model.profile",
    "Verdict": "tocsin.model.verdict",
}


def judge(message: Message, context: Context | None = None) -> Verdict:
    """Return the verdict on a parsed message, given what was known when it came (nothing, by default).

    Pure but for the first call, which loads the model and the compiled phrases.
    """
    from tocsin.bootstrap import make_engine
    from tocsin.model.context import Context

    return make_engine().judge(message, context or Context())


def judge_mailbox(raws: Iterable[bytes], profile: Profile | None = None) -> list[Verdict]:
    """Return the verdict on each message of a mailbox, in the order given, judged with the history they themselves are.

    Each message is judged as of its own time, so their order does not matter. In one process and without files.
    """
    from tocsin.bootstrap import make_engine
    from tocsin.scan import mailbox

    return mailbox.judge_mailbox(raws, profile, make_engine())


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'tocsin' has no attribute {name!r}")
