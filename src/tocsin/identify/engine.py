"""Running the checks over one message and putting their findings together. Pure: no I/O, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

from tocsin.identify.check import Check, Hit, all_checks, digest
from tocsin.identify.combine import Combiner, alert_from, decide
from tocsin.identify.mail import Mail
from tocsin.identify.needs import has
from tocsin.identify.phrases import Phrases
from tocsin.model.context import Context
from tocsin.model.limits import Limits
from tocsin.model.message import Message
from tocsin.model.verdict import Evidence, Failure, Finding, Verdict

_MAX_EVIDENCE: Final = 10


class Engine:
    """A set of checks, their compiled phrases, and what combines them. Safe to use from one thread at a time."""

    def __init__(
        self,
        checks: Mapping[str, Check] | None = None,
        phrases: Phrases | None = None,
        combiner: Combiner | None = None,
        limits: Limits = Limits(),
    ) -> None:
        self.checks = checks if checks is not None else all_checks()
        self.phrases = phrases or Phrases.of(self.checks)
        self.combiner = combiner or Combiner(self.checks)
        self.limits = limits
        self.digest = digest(self.checks)
        self._selections: dict[tuple[frozenset[str], bool], tuple[Check, ...]] = {}

    def judge(self, message: Message, context: Context = Context()) -> Verdict:
        """Return the verdict on a message, given what was known when it came."""
        mail = Mail(message, self.limits)
        return self.judge_mail(mail, context)

    def judge_mail(self, mail: Mail, context: Context) -> Verdict:
        """The same for a message that has been opened already."""
        findings, failures = self.examine(mail, context)
        return decide(mail, findings, failures, self.combiner, self.digest, alert_from(mail, context))

    def examine(self, mail: Mail, context: Context) -> tuple[list[Finding], list[Failure]]:
        """Run every check; return what they found, each at its declared weight, and which of them failed."""
        hits, failures = self._hits(mail)
        findings: list[Finding] = []
        for item in self._worth_running(has(mail), context.sender is not None):
            if item.phrases and item.id not in hits:
                continue
            try:
                found = tuple(islice(_run(item, mail, context, hits), _MAX_EVIDENCE))
            except Exception as error:  # noqa: BLE001 - a check that fails is recorded as failed, whatever it was
                failures.append(Failure(item.id, type(error).__name__))
                continue
            if found:
                findings.append(Finding(item.id, float(item.weight), found, item.attack, item.danger))
        return findings, failures

    def _worth_running(self, had: frozenset[str], history: bool) -> tuple[Check, ...]:
        """The checks that can find something in a message that has so much."""
        known = self._selections.get((had, history))
        if known is None:
            known = self._selections[had, history] = tuple(
                item
                for item in self.checks.values()
                if (history or not item.history) and (not item.needs or item.needs in had)
            )
        return known

    def _hits(self, mail: Mail) -> tuple[dict[str, list[Hit]], list[Failure]]:
        found: dict[str, list[Hit]] = {}
        try:
            for text in mail.texts:
                for check_id, hits in self.phrases.scan(text.folded, text.part, text.layer).items():
                    found.setdefault(check_id, []).extend(hits)
        except Exception as error:  # noqa: BLE001 - an unreadable body must not hide what the headers say
            return found, [Failure("phrases", type(error).__name__)]
        return found, []


def _run(item: Check, mail: Mail, context: Context, hits: Mapping[str, list[Hit]]) -> Iterable[Evidence]:
    return item.run(mail, context, hits[item.id]) if item.phrases else item.run(mail, context)
