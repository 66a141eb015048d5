"""Claims in words: what each kind, ground and grade is called, and what has become of a claim."""

from __future__ import annotations

from typing import Final

from tocsin.model.case import ClaimShown
from tocsin.model.claim import Answer, Claim, Ground, Says, Speaker
from tocsin.render.words import N_, Words

SPEAKERS: Final = {
    Speaker.VICTIM: N_("the one who was attacked"),
    Speaker.PARTY: N_("a side in the matter"),
    Speaker.AUTHORITY: N_("an authority"),
    Speaker.VENDOR: N_("a security company or provider"),
    Speaker.RESEARCHER: N_("a researcher"),
    Speaker.NEWSROOM: N_("a newsroom"),
    Speaker.ACCUSED: N_("the one who is accused"),
    Speaker.CLAIMANT: N_("who says that they did it"),
    Speaker.OTHER: N_("somebody else"),
}
SAYS: Final = {
    Says.BY: N_("It is the work of"),
    Says.NOT_BY: N_("It is not the work of"),
    Says.AIM: N_("Its aim is"),
    Says.SAME: N_("It belongs with"),
    Says.HAPPENED: N_("This happened"),
    Says.OTHER: N_("Something else about"),
}
_SAID: Final = {
    Says.BY: N_("%(speaker)s (%(kind)s) said on %(date)s that it is the work of %(what)s."),
    Says.NOT_BY: N_("%(speaker)s (%(kind)s) said on %(date)s that it is not the work of %(what)s."),
    Says.AIM: N_("%(speaker)s (%(kind)s) said on %(date)s that its aim is: %(what)s."),
    Says.SAME: N_("%(speaker)s (%(kind)s) said on %(date)s that it belongs with %(what)s."),
    Says.HAPPENED: N_("%(speaker)s (%(kind)s) said on %(date)s that this happened: %(what)s."),
    Says.OTHER: N_("%(speaker)s (%(kind)s) said something on %(date)s about %(what)s."),
}
GROUNDS: Final = {
    Ground.NONE: N_("no grounds given"),
    Ground.SHOWN: N_("evidence that is shown"),
    Ground.WITHHELD: N_("knowledge that is not shown"),
    Ground.OTHERS: N_("what others have said"),
    Ground.INTEREST: N_("whom it serves"),
}
ANSWERS: Final = {
    Answer.CONFIRMS: N_("confirms it on grounds of its own"),
    Answer.AGREES: N_("agrees with it, without grounds of its own"),
    Answer.REPEATS: N_("repeats it, from the same source"),
    Answer.CONTRADICTS: N_("contradicts it"),
    Answer.WITHDRAWS: N_("takes it back"),
}
ANSWERING: Final = {
    Answer.CONFIRMS: N_("it confirms this one, on grounds of its own"),
    Answer.AGREES: N_("it agrees with this one, without grounds of its own"),
    Answer.REPEATS: N_("it repeats this one, from the same source"),
    Answer.CONTRADICTS: N_("it contradicts this one"),
    Answer.WITHDRAWS: N_("it takes this one back"),
}
SOURCE_GRADES: Final = {
    "A": N_("completely reliable"),
    "B": N_("usually reliable"),
    "C": N_("fairly reliable"),
    "D": N_("not usually reliable"),
    "E": N_("unreliable"),
    "F": N_("reliability cannot be judged"),
}
INFORMATION_GRADES: Final = {
    1: N_("confirmed by other sources"),
    2: N_("probably true"),
    3: N_("possibly true"),
    4: N_("doubtful"),
    5: N_("improbable"),
    6: N_("truth cannot be judged"),
}
"""The Admiralty code (NATO AJP-2.1): the source and what it says are graded apart."""
LEFT_OUT: Final = {
    "malformed": N_("it is not as STIX 2.1 has it"),
    "revoked": N_("its maker has revoked it, and the ledger has nothing of theirs to take back"),
    "no-speaker": N_("nobody stands behind it"),
    "no-name": N_("what it is about has no name"),
    "about-no-claim": N_("it is about no attribution in this file or in the ledger"),
    "older": N_("the file has a newer version of it"),
    "struck": N_("it was struck here before"),
    "before": N_("it is taken, but was said before what it answers"),
    "claims-nothing": N_("it is neutral"),
    "beyond-clearance": N_("its label is beyond your clearance"),
    "answers-nothing": N_("it is taken, but what it answers is not"),
    "too-many": N_("the file has more than 5,000 claims"),
}
"""Why an object of a bundle was not taken."""

MORE: Final = N_("There are more claims about %(thing)s than are shown here; the list of claims has all.")


def sentence(claim: Claim, words: Words) -> str:
    """Return a claim as one sentence, in which the names stand as they were said."""
    return words.gettext(
        _SAID[claim.says], speaker=claim.speaker, kind=words.gettext(SPEAKERS[claim.kind]), date=claim.said_on,
        what=claim.what,
    )  # fmt: skip


def standing(shown: ClaimShown, words: Words) -> list[str]:
    """Return what has become of a claim."""
    told = shown.standing
    if shown.item.struck:
        return [words.gettext("Struck: it was written down by mistake.")]
    counted = (
        (told.withdrawn, words.gettext("Taken back by its speaker.")),
        (told.confirmed, words.ngettext(
            "Confirmed by %(n)s independent claim.", "Confirmed by %(n)s independent claims.", len(told.confirmed))),
        (told.agreed, words.ngettext(
            "%(n)s claim agrees without grounds of its own, which adds nothing.",
            "%(n)s claims agree without grounds of their own, which adds nothing.", len(told.agreed))),
        (told.contradicted, words.ngettext(
            "Contradicted by %(n)s independent claim.", "Contradicted by %(n)s independent claims.",
            len(told.contradicted))),
        (told.repeated, words.ngettext(
            "Repeated %(n)s time, which adds nothing.", "Repeated %(n)s times, which adds nothing.",
            len(told.repeated))),
    )  # fmt: skip
    found = [text for several, text in counted if several]
    if told.alone:
        found.append(words.gettext("Nobody else says so on grounds of their own."))
    if shown.left_out:
        found.append(
            words.gettext("Too many claims hang together: %(n)s or more were not looked at.", n=shown.left_out)
        )
    return found


def graded(claim: Claim, words: Words) -> str:
    """Return how a claim and its speaker are graded here."""
    return words.gettext(
        "Graded here: %(source)s (%(reliable)s), %(information)s (%(credible)s).",
        source=claim.source_grade, reliable=words.gettext(SOURCE_GRADES[claim.source_grade]),
        information=claim.information_grade, credible=words.gettext(INFORMATION_GRADES[claim.information_grade]),
    )  # fmt: skip
