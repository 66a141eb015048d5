"""Tocsin warns: it says which mail attacks, by what means, how sure that is, and shows the evidence.

    >>> import tocsin
    >>> message = tocsin.parse(b"From: a@sender.example\\n\\nhello")
    >>> tocsin.judge(message).verdict
    <Class.CLEAN: 'clean'>
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tocsin.formats.mime import parse as parse
    from tocsin.model.context import Context as Context
    from tocsin.model.message import Message as Message
    from tocsin.model.profile import Profile as Profile
    from tocsin.model.verdict import Verdict as Verdict

__all__ = ["Context", "Message", "Profile", "Verdict", "__version__", "judge", "parse"]
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


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'tocsin' has no attribute {name!r}")
