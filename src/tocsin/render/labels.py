"""What the fixed vocabularies are called: classes, dangers, facts, likelihoods, reasons, languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import all_checks
from tocsin.identify.combine import MODEL_FINDINGS
from tocsin.model.indicator import LeftOut
from tocsin.model.people import Role
from tocsin.model.profile import Kind
from tocsin.model.verdict import Class, Danger, Finding, Verdict, Weight
from tocsin.model.view import Work
from tocsin.render.plain import defang_value, one_line
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
    "findings": N_("found in earlier mail"),
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
    "usual_language": N_("usual language"),
    "value": N_("value"),
}
REASONS_TOLD: Final = {
    "added-word": N_("a word added"),
    "homoglyph": N_("letters that look alike"),
    "hyphen": N_("a hyphen more or less"),
    "name": N_("the same name"),
    "subdomain": N_("put in front of another domain"),
    "suffix": N_("another ending"),
    "typo": N_("one letter changed"),
    "other-greeting": N_("another greeting"),
    "other-hour": N_("another hour of the day"),
    "other-language": N_("another language"),
    "other-mailer": N_("another mail program"),
    "other-name": N_("another name"),
    "other-zone": N_("another time zone"),
}
"""Why a host may be taken for another one, as `identify.lookalike` names it, and which habit a message breaks."""
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
    "changed": N_("it was written to while it was read"),
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
BROKEN: Final = {
    "missing": N_("Entry %(seq)s is missing."),
    "altered": N_("Entry %(seq)s was altered, or something before it was removed."),
    "misplaced": N_("Entry %(seq)s belongs to another place or another log."),
    "end": N_("The log does not end with entry %(seq)s as it should: entries were cut off or added."),
    "block": N_("A hash kept for the entries from %(seq)s on is wrong. The entries themselves are sound."),
    "head": N_("The first %(seq)s entries are not those that were signed: the log was rewritten."),
    "shorter": N_("A head was signed when the log had %(seq)s entries. It has fewer now."),
    "signature": N_("The signature of the head of %(seq)s entries is not by the key of this log."),
    "views": N_("The views show the log only up to entry %(seq)s. `tocsin store rebuild` makes them again."),
}
"""What does not check out about a log, by the codes of `tocsin.model.proof.Broken`."""
WORK: Final = {
    Work.CLICK: N_("Somebody clicked"),
    Work.GLASS: N_("Glass to be broken"),
    Work.INCIDENT: N_("Open incident"),
    Work.TELLING: N_("Somebody to be told"),
    Work.STATEMENT: N_("Statement to be signed"),
    Work.MESSAGE: N_("Message"),
    Work.QUESTION: N_("Question"),
    Work.ALERT: N_("Alert about an account"),
    Work.SIGHTING: N_("Partner's warning met"),
    Work.NOTICE: N_("Victim to be told"),
    Work.TASK: N_("Task"),
}
"""Of what waits for a person."""
ASKED: Final = {
    "mail": N_("a mail"),
    "link": N_("a link"),
    "text": N_("a text"),
    "picture": N_("a picture"),
}
"""What somebody asked about."""
STATES: Final = {
    "waiting": N_("waiting for a person"),
    "quiet": N_("nobody is needed"),
    "confirmed": N_("confirmed"),
    "corrected": N_("corrected"),
    "dismissed": N_("dismissed"),
    "open": N_("open"),
    "answered": N_("answered"),
    "closed": N_("closed"),
    "replaced": N_("raised again, as worse"),
    "explained": N_("explained by lines that came late"),
    "unsigned": N_("signatures missing"),
    "signed": N_("signed"),
    "withdrawn": N_("withdrawn"),
    "handed-over": N_("handed over"),
}
"""Of messages, questions, incidents, cases, statements and alerts."""
KEPT: Final = {"kept": N_("kept"), "erased": N_("erased"), "expired": N_("deleted, its time being up")}
"""What became of the content of evidence."""
OUTCOMES: Final = {
    "stopped": N_("it was stopped"),
    "harm": N_("it did harm"),
    "false-alarm": N_("it was a false alarm"),
    "unknown": N_("it is not known"),
}
ROLES: Final = {
    Role.REPORTER: N_("Reporter: asks and reports"),
    Role.ANALYST: N_("Analyst: judges what was reported or flagged"),
    Role.LEAD: N_("Lead: decides on incidents and warnings"),
    Role.SIGNER: N_("Signer: signs statements"),
    Role.AUDITOR: N_("Auditor: reads the log"),
    Role.ADMIN: N_("Administrator: people, roles, sign-in"),
    Role.PARTICIPANT: N_("Participant: of another organisation, sees the cases it takes part in"),
}
DONE: Final = {
    "organisation-created": N_("organisation set up"),
    "profile-changed": N_("profile changed"),
    "person-added": N_("person added"),
    "person-changed": N_("what is known of a person changed"),
    "person-removed": N_("person removed"),
    "role-given": N_("role given"),
    "role-taken": N_("role taken away"),
    "clearance-set": N_("clearance set"),
    "language-chosen": N_("language chosen"),
    "mail-scanned": N_("mail judged and not kept"),
    "case-opened": N_("case opened"),
    "case-incident-added": N_("incident added to a case"),
    "case-incident-parted": N_("incident taken out of a case"),
    "case-closed": N_("case closed"),
    "lead-handed-over": N_("lead of a case handed over"),
    "lead-taken-back": N_("lead of a case taken back"),
    "participant-joined": N_("participant named"),
    "participant-left": N_("participant left"),
    "item-restricted": N_("said who needs to know"),
    "task-set": N_("task set"),
    "task-ended": N_("task ended"),
    "victim-found": N_("victim to be told written down"),
    "contact-verified": N_("contact of a victim verified"),
    "victim-told": N_("victim told, or given up"),
    "evidence-added": N_("evidence taken into custody"),
    "evidence-read": N_("content read"),
    "evidence-exported": N_("evidence exported"),
    "erased": N_("contents erased"),
    "retention-expired": N_("contents deleted, their time being up"),
    "partner-added": N_("partner added"),
    "partner-allowed": N_("what a partner may read and write settled"),
    "partner-ended": N_("sharing with a partner ended"),
    "circle-set": N_("settled what a circle is and who is in it"),
    "circle-ended": N_("circle ended"),
    "consent-given": N_("consent to be named written down"),
    "consent-ended": N_("consent to be named ended"),
    "sending-approved": N_("approved what may leave to a recipient"),
    "collection-opened": N_("collection opened"),
    "collection-closed": N_("collection closed"),
    "objects-added": N_("objects came into a collection"),
    "objects-deleted": N_("object deleted from a collection"),
    "objects-sent": N_("objects sent to another server"),
    "credential-added": N_("way to sign in added"),
    "credential-removed": N_("way to sign in removed"),
    "session-opened": N_("signed in"),
    "session-revoked": N_("session ended"),
    "token-made": N_("token made"),
    "token-revoked": N_("token revoked"),
    "head-signed": N_("log signed as it stood"),
    "head-witnessed": N_("signed head given to a witness"),
    "mail-judged": N_("judged"),
    "safety-asked": N_("reported by somebody who asked"),
    "click-reported": N_("somebody did what it wanted"),
    "click-handled": N_("who clicked was seen to"),
    "question-answered": N_("question answered"),
    "question-closed": N_("question closed"),
    "verdict-confirmed": N_("verdict confirmed"),
    "verdict-corrected": N_("verdict corrected"),
    "verdict-dismissed": N_("dismissed"),
    "recipients-warned": N_("recipients warned"),
    "incident-opened": N_("incident opened"),
    "incident-changed": N_("incident added to"),
    "incident-parted": N_("taken out of an incident"),
    "incident-relabelled": N_("another label given"),
    "incident-closed": N_("incident closed"),
    "break-glass-asked": N_("asked to break the glass"),
    "break-glass-opened": N_("opened by breaking the glass"),
    "break-glass-told": N_("the ones concerned were told"),
    "line-told": N_("said by a person whether a sign-in was them"),
    "logs-read": N_("logs of accounts read"),
    "alert-raised": N_("alert about an account raised"),
    "alert-confirmed": N_("alert confirmed"),
    "alert-dismissed": N_("alert dismissed"),
    "alert-withdrawn": N_("alert withdrawn"),
    "directory-read": N_("directory of second factors read"),
    "bundle-made": N_("indicators written for others"),
    "blocklist-made": N_("hosts written into a blocklist"),
    "indicators-received": N_("indicators of a partner taken in"),
    "indicators-dropped": N_("indicators of a partner dropped"),
    "indicator-sighted": N_("seen what a partner warns of"),
    "sighting-judged": N_("said whether what was sighted is an attack"),
    "warning-taken-back": N_("a source took back its warning"),
    "source-told": N_("source told what was seen of its warnings"),
    "list-overridden": N_("lists set aside for one value"),
    "override-ended": N_("lists count again for a value"),
    "feed-failed": N_("another server could not be read or filled to the end"),
    "object-taken-back": N_("what had been shared was taken back"),
    "list-kept": N_("warninglist taken in"),
    "list-dropped": N_("warninglist dropped"),
    "claim-recorded": N_("claim written down"),
    "claim-tied": N_("said what else a claim is about"),
    "claim-answered": N_("said what a claim does to another"),
    "claim-struck": N_("claim struck"),
    "assessment-made": N_("assessment made, or a newer version"),
    "actor-named": N_("actor named by a person"),
    "naming-taken": N_("name taken over with a case"),
    "naming-withdrawn": N_("name taken back"),
    "fact-taken-back": N_("fact about an incident taken back"),
    "fact-told": N_("fact told about an incident"),
    "comparing-allowed": N_("let another organisation compare incidents"),
    "comparing-ended": N_("let it compare them no longer"),
    "giver-accepted": N_("accepted that what another organisation lets be compared joins incidents"),
    "giver-refused": N_("accepted it no longer"),
    "tie-said": N_("said whether two incidents belong together"),
    "tie-taken-back": N_("took back what was said of two incidents"),
    "statement-drafted": N_("statement written"),
    "statement-ready": N_("statement laid out to be signed"),
    "statement-signed": N_("statement signed"),
    "statement-withdrawn": N_("statement withdrawn"),
}
"""What was done, by type of event: all that there are."""
WAYS: Final = {
    "passkey": N_("Passkey"),
    "password": N_("Password"),
    "totp": N_("Codes from an app"),
    "oidc": N_("Account of your organisation"),
}
"""Ways to sign in, by kind."""
KINDS: Final = {
    Kind.CAMPAIGN: N_("Campaign"),
    Kind.PARTY: N_("Party"),
    Kind.NEWSROOM: N_("Newsroom"),
    Kind.NGO: N_("Civil society organisation"),
    Kind.AGENCY: N_("Agency"),
    Kind.CENTRE: N_("Centre"),
}
DONE_BY_ME: Final = {
    Danger.CREDENTIALS: N_("I typed in a password"),
    Danger.CODE: N_("I typed in or read out a code"),
    Danger.CONSENT: N_("I allowed an application access"),
    Danger.FILE: N_("I opened a file or ran a command"),
    Danger.PAYMENT: N_("I paid, or sent bank details or gift cards"),
    Danger.CONVERSATION: N_("I answered, or went on elsewhere"),
}
LEFT_OUT: Final = {
    "own": N_("it is the organisation's own"),
    "partner": N_("it is a partner's"),
    "service": N_("it is a service's that the organisation uses"),
    "address": N_("it is an address and no name"),
    "malformed": N_("it is no name of a host"),
    "webmail": N_("anybody has a mailbox there"),
    "platform": N_("it sends mail for many"),
    "shortener": N_("it shortens links for many"),
    "shared": N_("anybody publishes pages there"),
    "well-known": N_("a well-known company runs it"),
    "victim": N_("it names the organisation or one of its people"),
    "listed": N_("it is on a list of what never leaves"),
}
"""Why an indicator is not handed on, or a host not blocked."""
NOT_PROOF: Final = N_("No signs found; this is not proof of safety.")
NO_PROOF: Final = N_('"No signs found" is not proof of safety.')
"""The same as a caution beside other verdicts."""


def percent(probability: float, words: Words) -> str:
    """Return a probability in whole percent; never 0 % or 100 %, which nobody knows."""
    if probability < 0.01:
        return words.gettext("under %(percent)s", percent="1 %")
    if probability >= 0.995:
        return words.gettext("over %(percent)s", percent="99 %")
    return words.isolate(f"{round(probability * 100)} %")


def verdict_sentence(verdict: Verdict, words: Words) -> str:
    """Return one sentence: what the message is, in words of likelihood and in digits."""
    malicious = percent(verdict.probability_malicious, words)
    if verdict.verdict is Class.CLEAN:
        return words.gettext(NOT_PROOF)
    if verdict.verdict is Class.UNWANTED:
        shown = percent(verdict.probability, words)
        return words.gettext("Unwanted mail, with no danger to accounts in sight: %(percent)s.", percent=shown)
    if verdict.verdict is Class.SUSPICIOUS and verdict.probability_malicious < _UNLIKELY:
        return words.gettext(
            "An attack is unlikely, and still likely enough to check first: %(percent)s.", percent=malicious
        )
    sentence = next(text for bound, text in _LIKELIHOODS if verdict.probability_malicious < bound)
    return words.gettext(sentence, percent=malicious)


def told(key: str, value: str, words: Words) -> str:
    """Return in words a fact that is kept as a code: a reason, a language, earlier findings; "" for any other fact."""
    if key == "reason" and value in REASONS_TOLD:
        return words.gettext(REASONS_TOLD[value])
    if key in ("language", "usual_language") and value in LANGUAGES:
        return words.gettext(LANGUAGES[value])
    if key == "findings":
        return " ".join(explanation(one, words.language) for one in value.split(", "))
    return ""


def explanation(finding_id: str, language: str) -> str:
    """Return what a finding means, from its check; the id itself where the check is not known here."""
    if finding_id in MODEL_FINDINGS:
        return MODEL_FINDINGS[finding_id][language]
    check = all_checks().get(finding_id)
    return check.explain[language] if check else finding_id


def loudest(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that speak against a message, the loudest first.

    What has evidence comes before what only the model says, and last what is a good sign as a rule, which a model may
    weigh otherwise beside other signs.
    """
    against = [finding for finding in findings if finding.weight > 0]
    return sorted(against, key=lambda f: (_is_good_sign(f.id), not f.evidence, -f.weight))


def _is_good_sign(finding_id: str) -> bool:
    check = all_checks().get(finding_id)
    return check is not None and check.weight < 0


def left_out(one: LeftOut, words: Words) -> str:
    """Return what is not handed on, made harmless, and why."""
    reason = words.gettext(LEFT_OUT[one.reason])
    return words.gettext("left out: %(value)s: %(reason)s", value=one_line(defang_value(one.value)), reason=reason)


def language_name(code: str, words: Words) -> str:
    """Return the name of a language; the code where it has no name here."""
    if not code:
        return words.gettext("Unknown language")
    return words.gettext(LANGUAGES[code]) if code in LANGUAGES else code


def reason(code: str, words: Words) -> str:
    """Return why something was not read, by its code."""
    return words.gettext(REASONS[code]) if code in REASONS else code
