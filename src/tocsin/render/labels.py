"""What the fixed vocabularies are called: classes, dangers, facts, likelihoods, reasons, languages."""

from __future__ import annotations

from typing import Final

from tocsin.identify.check import all_checks
from tocsin.identify.combine import MODEL_FINDINGS
from tocsin.model.verdict import Class, Danger, Verdict, Weight
from tocsin.render.words import N_, Words

CLASSES: Final = {
    Class.MALICIOUS: N_("Malicious"),
    Class.SUSPICIOUS: N_("Suspicious"),
    Class.UNWANTED: N_("Unwanted"),
    Class.CLEAN: N_("No signs found"),
}
DANGERS: Final = {
    Danger.CREDENTIALS: N_("Password or session, on a page"),
    Danger.CODE: N_("A code, read out or entered"),
    Danger.CONSENT: N_("Access granted to an application"),
    Danger.FILE: N_("A file to open or a command to run"),
    Danger.PAYMENT: N_("Money, gift cards or bank details"),
    Danger.CONVERSATION: N_("Trust first, the rest later"),
    Danger.SPAM: N_("Junk without danger to accounts"),
    Danger.NONE: N_("Not told by the findings"),
}
WEIGHTS: Final = {
    Weight.DECISIVE: N_("decisive"),
    Weight.STRONG: N_("strong"),
    Weight.MEDIUM: N_("medium"),
    Weight.WEAK: N_("weak"),
    Weight.HINT: N_("a hint"),
    Weight.NONE: N_("information only"),
    Weight.GOOD_HINT: N_("a hint of good mail"),
    Weight.GOOD_WEAK: N_("a weak sign of good mail"),
    Weight.GOOD: N_("a sign of good mail"),
    Weight.GOOD_STRONG: N_("a strong sign of good mail"),
}
FACTS: Final = {
    "address": N_("address"),
    "code": N_("code"),
    "command": N_("command"),
    "count": N_("count"),
    "date": N_("date"),
    "domain": N_("domain"),
    "expected": N_("expected"),
    "file": N_("file"),
    "header": N_("header field"),
    "host": N_("host"),
    "language": N_("language"),
    "name": N_("name"),
    "opened": N_("opens"),
    "other": N_("the other"),
    "person": N_("person"),
    "phrase": N_("words"),
    "place": N_("place"),
    "protected": N_("imitated"),
    "reason": N_("reason"),
    "shown": N_("shown"),
    "type": N_("type"),
    "url": N_("link"),
    "value": N_("value"),
}
TECHNICAL_FACTS: Final = frozenset(FACTS) - {"name", "person", "phrase", "file", "value", "shown", "reason", "other"}
"""Facts that are written from left to right in every language."""

# The seven steps and their words are those of ICD 203 (Analytic Standards, 2015), section D.6.e(2)(a).
_LIKELIHOODS: Final = (
    (0.05, N_("There is almost no chance that this is an attack: %(percent)s.")),
    (0.20, N_("This is very unlikely to be an attack: %(percent)s.")),
    (0.45, N_("This is unlikely to be an attack: %(percent)s.")),
    (0.55, N_("There is a roughly even chance that this is an attack: %(percent)s.")),
    (0.80, N_("This is likely to be an attack: %(percent)s.")),
    (0.95, N_("This is very likely to be an attack: %(percent)s.")),
    (1.01, N_("This is almost certainly an attack: %(percent)s.")),
)
_UNLIKELY: Final = 0.45
"""Below this an attack is unlikely in the words of ICD 203."""
REASONS: Final = {
    "broken-archive": N_("the archive is broken"),
    "broken-container": N_("the mailbox is broken"),
    "broken-item": N_("an item of the mailbox is broken"),
    "cut-short": N_("the file ends too early"),
    "empty": N_("the file is empty"),
    "encrypted": N_("it is encrypted"),
    "io-error": N_("the disk reported an error"),
    "link": N_("it is a link to another place, which is not followed"),
    "missing-library": N_("an optional library is needed for it"),
    "no-permission": N_("reading it is not permitted"),
    "not-found": N_("it is not there"),
    "not-mail": N_("it is not mail"),
    "over-limit": N_("it is over a limit"),
    "skipped": N_("it is left out on purpose"),
    "special-file": N_("it is a special file"),
    "took-too-long": N_("judging it took too long"),
    "trailing-data": N_("other data follow its end"),
    "unsupported-archive": N_("this kind of archive is not opened"),
    "worker-died": N_("judging it ended a worker process"),
}
LANGUAGES: Final = {
    "ar": N_("Arabic"),
    "de": N_("German"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fa": N_("Persian"),
    "fr": N_("French"),
    "he": N_("Hebrew"),
    "it": N_("Italian"),
    "nl": N_("Dutch"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
    "ru": N_("Russian"),
}
NOT_PROOF: Final = N_("No signs found; this is not proof of safety.")


def percent(probability: float) -> str:
    """Return a probability in whole percent; never 0 % or 100 %, which nobody knows."""
    if probability < 0.01:
        return "< 1 %"
    return "> 99 %" if probability >= 0.995 else f"{round(probability * 100)} %"


def verdict_sentence(verdict: Verdict, words: Words) -> str:
    """Return one sentence: what the message is, in words of likelihood and in digits."""
    if verdict.verdict is Class.CLEAN:
        return words.gettext(NOT_PROOF)
    if verdict.verdict is Class.UNWANTED:
        shown = percent(verdict.probability)
        return words.gettext("Unwanted mail, with no danger to accounts in sight: %(percent)s.", percent=shown)
    if verdict.verdict is Class.SUSPICIOUS and verdict.probability_malicious < _UNLIKELY:
        shown = percent(verdict.probability_malicious)
        return words.gettext(
            "An attack is unlikely, and still likely enough to check first: %(percent)s.", percent=shown
        )
    sentence = next(text for bound, text in _LIKELIHOODS if verdict.probability_malicious < bound)
    return words.gettext(sentence, percent=percent(verdict.probability_malicious))


def explanation(finding_id: str, language: str) -> str:
    """Return what a finding means, from its check; the id itself where the check is not known here."""
    if finding_id in MODEL_FINDINGS:
        return MODEL_FINDINGS[finding_id][language]
    check = all_checks().get(finding_id)
    return check.explain[language] if check else finding_id


def language_name(code: str, words: Words) -> str:
    """Return the name of a language; the code where it has no name here."""
    if not code:
        return words.gettext("Unknown language")
    return words.gettext(LANGUAGES[code]) if code in LANGUAGES else code


def reason(code: str, words: Words) -> str:
    """Return why something was not read, by its code."""
    return words.gettext(REASONS[code]) if code in REASONS else code
