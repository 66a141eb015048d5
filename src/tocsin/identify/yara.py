"""The user's own YARA rules over the files of a message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tocsin.common.causes import quoted
from tocsin.identify.files import files
from tocsin.identify.mail import Mail
from tocsin.model.error import InputError
from tocsin.model.sentence import say

if TYPE_CHECKING:
    import yara_x

_TIMEOUT: Final = 10
"""Seconds for one file."""
_MAX_BYTES: Final = 32 << 20
_MAX_MATCHES: Final = 100


def compile_rules(sources: Mapping[str, str]) -> yara_x.Rules:
    """Compile rule texts, given by the name of their file. Raises InputError that names the file and what is wrong."""
    import yara_x

    compiler = yara_x.Compiler()
    for name, text in sources.items():
        try:
            compiler.add_source(text, origin=name)
        except yara_x.CompileError as error:
            hint = say("Mend the rule, or leave its file out; `yr check` of YARA-X shows the same message.")
            raise InputError(
                say("the YARA rules in %(file)s cannot be used: %(cause)s", file=name, cause=quoted("YARA-X", error)),
                hint,
            ) from error
    return compiler.build()


class YaraRules:
    """A `tocsin.app.ports.Rules` of YARA rule texts, given by the name of their file."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._rules = compile_rules(sources)

    def matches(self, mail: Mail) -> tuple[tuple[str, str], ...]:
        """Return (rule, part) of what matched."""
        return matches(self._rules, mail)


def matches(rules: yara_x.Rules, mail: Mail) -> tuple[tuple[str, str], ...]:
    """Return (rule, part) for every rule that matches a file of the message, or one inside an archive, each pair once.

    A file on which a rule takes too long is given as the rule `timeout`.
    """
    import yara_x

    scanner = yara_x.Scanner(rules)
    scanner.set_timeout(_TIMEOUT)
    found: dict[tuple[str, str], None] = {}
    for file in files(mail):
        try:
            results = scanner.scan(file.data[:_MAX_BYTES])
        except yara_x.TimeoutError:
            found[("timeout", file.part)] = None
            continue
        found.update(((rule.identifier, file.part), None) for rule in results.matching_rules)
    return tuple(found)[:_MAX_MATCHES]
