"""Running the checks over one message and putting their findings together. Pure: no I/O, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, TypeVar

from tocsin.identify.check import Check, Hit, all_checks, digest
from tocsin.identify.combine import Combiner, alert_from, decide
from tocsin.identify.mail import Mail
from tocsin.identify.needs import has
from tocsin.identify.partial import Partial
from tocsin.identify.phrases import Phrases
from tocsin.model.context import Context
from tocsin.model.limits import Limits
from tocsin.model.message import Message
from tocsin.model.verdict import Evidence, Failure, Finding, Verdict

_MAX_EVIDENCE: Final = 10
F = TypeVar("F", bound=Finding | Failure)


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
        self._places = {check_id: place for place, check_id in enumerate(self.checks)}
        self._of_history = tuple(item for item in self.checks.values() if item.history)
        self._selections: dict[frozenset[str], tuple[Check, ...]] = {}

    def judge(self, message: Message, context: Context = Context()) -> Verdict:
        """Return the verdict on a message, given what was known when it came."""
        mail = Mail(message, self.limits)
        return self.judge_mail(mail, context)

    def judge_mail(self, mail: Mail, context: Context) -> Verdict:
        """The same for a message that has been opened already."""
        return self.finish(mail, context, self.begin(mail, context))

    def begin(self, mail: Mail, context: Context) -> Partial:
        """Judge as far as that goes without history: what the context holds of it does not matter."""
        return Partial(*self._alone(mail, context), self.combiner.read(mail))

    def finish(self, mail: Mail, context: Context, partial: Partial) -> Verdict:
        """Return the verdict on a message, of which `begin` gave `partial`, given what was known when it came."""
        findings, failures = self._recall(mail, context, partial.findings, partial.failures, partial.hits)
        return decide(partial.reading, findings, failures, self.combiner, self.digest, alert_from(mail, context))

    def examine(self, mail: Mail, context: Context) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
        """Run every check; return what they found, each at its declared weight, and which of them failed."""
        return self._recall(mail, context, *self._alone(mail, context))

    def _alone(
        self, mail: Mail, context: Context
    ) -> tuple[tuple[Finding, ...], tuple[Failure, ...], dict[str, tuple[Hit, ...]]]:
        """Run the checks that need no history; also return the phrases that the others ask for."""
        hits, failures = self._hits(mail)
        findings, failed = self._run(self._worth_running(has(mail)), mail, context, hits)
        of_history = {item.id: tuple(hits[item.id]) for item in self._of_history if item.id in hits}
        return findings, failures + failed, of_history

    def _recall(
        self,
        mail: Mail,
        context: Context,
        findings: tuple[Finding, ...],
        failures: tuple[Failure, ...],
        hits: Mapping[str, Sequence[Hit]],
    ) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
        """Add what the checks of history find, in the order of the checks."""
        if context.sender is None:
            return findings, failures
        found, failed = self._run(self._of_history, mail, context, hits)
        return self._merged(findings, found), self._merged(failures, failed)

    def _merged(self, first: tuple[F, ...], second: tuple[F, ...]) -> tuple[F, ...]:
        return tuple(sorted((*first, *second), key=lambda one: self._places.get(one.id, -1)))

    def _run(
        self, checks: Iterable[Check], mail: Mail, context: Context, hits: Mapping[str, Sequence[Hit]]
    ) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
        findings: list[Finding] = []
        failures: list[Failure] = []
        for item in checks:
            if item.phrases and item.id not in hits:
                continue
            try:
                found = tuple(islice(_found(item, mail, context, hits), _MAX_EVIDENCE))
            except Exception as error:  # noqa: BLE001 - a check that fails is recorded as failed, whatever it was
                failures.append(Failure(item.id, type(error).__name__))
                continue
            if found:
                findings.append(Finding(item.id, float(item.weight), found, item.attack, item.danger))
        return tuple(findings), tuple(failures)

    def _worth_running(self, had: frozenset[str]) -> tuple[Check, ...]:
        """The checks without history that can find something in a message that has so much."""
        known = self._selections.get(had)
        if known is None:
            known = self._selections[had] = tuple(
                item for item in self.checks.values() if not item.history and (not item.needs or item.needs in had)
            )
        return known

    def _hits(self, mail: Mail) -> tuple[dict[str, list[Hit]], tuple[Failure, ...]]:
        found: dict[str, list[Hit]] = {}
        try:
            for text in mail.texts:
                for check_id, hits in self.phrases.scan(text.folded, text.part, text.layer).items():
                    found.setdefault(check_id, []).extend(hits)
        except Exception as error:  # noqa: BLE001 - an unreadable body must not hide what the headers say
            return found, (Failure("phrases", type(error).__name__),)
        return found, ()


def _found(item: Check, mail: Mail, context: Context, hits: Mapping[str, Sequence[Hit]]) -> Iterable[Evidence]:
    return item.run(mail, context, hits[item.id]) if item.phrases else item.run(mail, context)
