"""What the language checks share: whether a phrase is this sender's own, and whether it is said or warned against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tocsin.common.text import fold, fold_pattern
from tocsin.identify.check import Hit, Hits, evidence
from tocsin.identify.mail import Mail
from tocsin.identify.quotes import quotation
from tocsin.model.verdict import Evidence, Span

_WINDOW: Final = 60
"""Characters before a phrase in which a negation still belongs to it, at most back to the sentence's start."""
_SENTENCE_END: Final = re.compile(r"[.!?؟。\n]")
_NEGATED: Final = re.compile(
    fold_pattern(
        r"(?:^|\W)(?:never|not|nobody|no one|don't|won't|doesn't|without|instead of|beware|nunca|jamás|jamais|ne|pas"
        r"|nicht|nie|niemals|kein\w*|não|ninguém|nadie|no (?:te|le|se|nos)|لا|لن|لم|عدم|تجنب\w*|احذر\w*|هرگز|هیچ ?گاه"
        r"|مبادا|לא|לעולם|אל|אין|no (?:env|compart|respond|deb|facilit|introdu|proporcion|ped|solicit)\w*)(?:\W|$)"
    )
)
_CONDITION: Final = re.compile(
    fold_pattern(
        r"(?:^|\W)(?:if|unless|until|otherwise|failure|failing|should you|in case|si (?:no|usted|vous|tu|ud)|sinon"
        r"|a menos|se (?:não|você|o|a)|caso|wenn|falls|sofern|solange|bis|إذا|إن لم|ما لم|في حال\w*|وإلا|اگر|چنانچه"
        r"|در صورت\w*|אם|במידה)(?:\W|$)"
    )
)
_NEGATED_BEHIND: Final = re.compile(r"\W*(?:niemals|nie|nicht|keinesfalls|auf keinen fall)\W")


def said(mail: Mail, hits: Hits) -> Iterator[Evidence]:
    """Evidence of each phrase that this sender wrote now (not in a quotation), each wording once."""
    yield from _evidence(_own(mail, hits))


def asked(mail: Mail, hits: Hits) -> Iterator[Evidence]:
    """As `said`, leaving out phrases that stand in a warning: "never send your password"."""
    yield from _evidence(hit for hit in _own(mail, hits) if not _warned_against(mail, hit))


def several(mail: Mail, hits: Hits, at_least: int) -> Iterator[Evidence]:
    """As `said`, if at least that many different wordings stand there; else nothing."""
    found = list(_evidence(_own(mail, hits)))
    if len(found) >= at_least:
        yield from found


def together(mail: Mail, hits: Hits, *kinds: str, near: int = 0) -> Iterator[Evidence]:
    """Evidence of phrases of all `kinds` (what stands before the dot of a group's name), if there is one of each.

    Phrases of the kind `ask` are left out where they stand in a warning. With `near`, phrases count only where one of
    every kind begins within that many characters of them.
    """
    own = [hit for hit in _own(mail, hits) if not (_kind(hit) == "ask" and _warned_against(mail, hit))]
    yield from _evidence(hit for hit in own if set(kinds) <= _kinds_around(hit, own, near))


def _kinds_around(hit: Hit, others: Iterable[Hit], near: int) -> set[str]:
    return {_kind(other) for other in others if not near or _is_near(hit, other, near)}


def _kind(hit: Hit) -> str:
    return hit.group.partition(".")[0]


def _is_near(one: Hit, other: Hit, near: int) -> bool:
    same = (one.span.part, one.span.layer) == (other.span.part, other.span.layer)
    return same and abs(one.span.start - other.span.start) <= near


def begins_line(mail: Mail, hit: Hit) -> bool:
    """Whether nothing but white space stands before the phrase on its line, as with a greeting."""
    content = _content(mail, hit.span)
    return not content[content.rfind("\n", 0, hit.span.start) + 1 : hit.span.start].strip()


def begins_text(mail: Mail, hit: Hit) -> bool:
    """Whether nothing but white space stands before the phrase in its text."""
    return not _content(mail, hit.span)[: hit.span.start].strip()


def _own(mail: Mail, hits: Iterable[Hit]) -> Iterator[Hit]:
    return (hit for hit in hits if not _is_inside_word(mail, hit) and not _is_quoted(mail, hit.span))


def _evidence(hits: Iterable[Hit]) -> Iterator[Evidence]:
    """Evidence of each wording, once. The last step: the same words may be warned against first and asked for later."""
    seen: set[str] = set()
    for hit in hits:
        wording = " ".join(fold(hit.text).split())
        if wording not in seen:
            seen.add(wording)
            yield evidence(hit.span, phrase=hit.text)


_LONE_WORDS: Final = ("en", "es", "fr", "pt")
"""Languages whose phrases begin with a word of their own; German joins words, the others prefix theirs."""


def _is_inside_word(mail: Mail, hit: Hit) -> bool:
    start = hit.span.start
    return (
        hit.group.rpartition(".")[2] in _LONE_WORDS
        and start > 0
        and _content(mail, hit.span)[start - 1 : start + 1].isalpha()
    )


def _is_quoted(mail: Mail, span: Span) -> bool:
    content = _content(mail, span)
    if content[content.rfind("\n", 0, span.start) + 1 : span.start + 1].lstrip().startswith(">"):
        return True
    return span.layer in ("text", "visible") and span.start > quotation(content)


def _warned_against(mail: Mail, hit: Hit) -> bool:
    content = _content(mail, hit.span)
    before = content[max(0, hit.span.start - _WINDOW) : hit.span.start]
    sentence = fold(_SENTENCE_END.split(before)[-1] + hit.text)
    if _NEGATED_BEHIND.match(fold(content[hit.span.end : hit.span.end + 20])):
        return True
    return _NEGATED.search(sentence) is not None and _CONDITION.search(sentence) is None


def _content(mail: Mail, span: Span) -> str:
    return next((t.content for t in mail.texts if t.part == span.part and t.layer == span.layer), "")
