"""A link in words, English and Arabic: what two incidents share, who else shows it, and what it comes to.

Values are left-to-right isolates in both languages. What mail brought is harmless: no controls, nothing
that turns direction, no link that opens. Digests, which tell nobody anything, are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tocsin.attribute.kinds import KINDS, START
from tocsin.model.operation import FeatureKind, Link, LinkReason, Tie, TieKind

_ISOLATE, _FIRST_STRONG, _POP = "\u2066", "\u2068", "\u2069"
_LONGEST: Final = 80
Text = Mapping[str, str]

_DIGESTS: Final = frozenset(
    (FeatureKind.FILE, FeatureKind.FILE_LIKE, FeatureKind.LURE, FeatureKind.PAGE, FeatureKind.HEADERS)
)
_NAMES: Final = frozenset(
    (
        FeatureKind.DOMAIN,
        FeatureKind.HOST,
        FeatureKind.SENDER,
        FeatureKind.MAILBOX,
        FeatureKind.CLAIMED_SENDER,
        FeatureKind.HELO,
    )
)
"""What a program would make a link of."""
_REASON: Final[Text] = {
    "en": "%(what)s (incidents that show it: %(holders)s; weight %(weight)s)",
    "ar": "%(what)s (عدد الحوادث التي تُظهره: %(holders)s؛ وزنه %(weight)s)",
}
_SPLIT: Final[Text] = {
    "en": "%(what)s (incidents that show it: %(holders)s, and they have little else in common; weight %(weight)s)",
    "ar": "%(what)s (عدد الحوادث التي تُظهره: %(holders)s، وقلّما تشترك في غيره؛ وزنه %(weight)s)",
}
_SILENT: Final[Text] = {
    "en": "Shared too, but adding nothing, since it is common or follows from the above: %(things)s.",
    "ar": "ومما يشتركان فيه أيضًا ولا يُضيف شيئًا، لشيوعه أو لأنه يتبع ما سبق: %(things)s.",
}
_NOTHING: Final[Text] = {
    "en": "The two incidents share nothing that counts.",
    "ar": "لا يشترك الحادثان في شيء يُحتسب.",
}
_BOTH: Final[Text] = {
    "en": "Both incidents show: %(things)s.",
    "ar": "يُظهر الحادثان كلاهما: %(things)s.",
}
_SUM: Final[Mapping[bool, Text]] = {
    True: {
        "en": "Less %(start)s, since two incidents taken at random are strangers, this comes "
        "to %(total)s (logarithm of the odds; 0 is even): the link joins them.",
        "ar": "وبعد طرح %(start)s، لأن أي حادثين يؤخذان عشوائيًا لا صلة بينهما، تبلغ "
        "الحصيلة %(total)s (لوغاريتم الأرجحية، والصفر تعادل): هذا الرابط يجمعهما.",
    },
    False: {
        "en": "Less %(start)s, since two incidents taken at random are strangers, this comes "
        "to %(total)s (logarithm of the odds; 0 is even): that does not join them. Only a person can.",
        "ar": "وبعد طرح %(start)s، لأن أي حادثين يؤخذان عشوائيًا لا صلة بينهما، تبلغ "
        "الحصيلة %(total)s (لوغاريتم الأرجحية، والصفر تعادل): وهذا لا يجمعهما، ولا يجمعهما إلا قرار شخص.",
    },
}
_TIED: Final[Mapping[TieKind, Text]] = {
    TieKind.CONFIRMED: {
        "en": "%(by)s confirmed on %(day)s that the two belong together.",
        "ar": "أكّد %(by)s بتاريخ %(day)s أن الحادثين ينتميان إلى عملية واحدة.",
    },
    TieKind.CUT: {
        "en": "%(by)s decided on %(day)s that the two do not belong together.",
        "ar": "قرّر %(by)s بتاريخ %(day)s أن الحادثين لا ينتميان إلى عملية واحدة.",
    },
}


def explanation(link: Link, language: str, tie: Tie | None = None, by: str = "") -> str:
    """Return why two incidents are linked, or are not, in a language; `by`: the name of whose word the tie is."""
    told = [_reason(reason, language) for reason in link.reasons if reason.weight > 0]
    silent = [_what(reason, language) for reason in link.reasons if reason.weight <= 0]
    sentences = [_BOTH[language] % {"things": _joined(told, language)} if told else _NOTHING[language]]
    if silent:
        sentences.append(_SILENT[language] % {"things": _joined(silent, language)})
    if told:
        values = {"start": _isolated(f"{-START:.1f}"), "total": _isolated(f"{link.weight:+.1f}")}
        sentences.append(_SUM[link.holds][language] % values)
    if tie is not None:
        sentences.append(said(tie, language, by))
    return " ".join(sentences)


def said(tie: Tie, language: str, by: str = "") -> str:
    """Return what a person said of two incidents, and when; `by`: their name."""
    day = _isolated(f"{tie.at:%Y-%m-%d}")
    return _TIED[tie.kind][language] % {"by": f"{_FIRST_STRONG}{by or tie.by}{_POP}", "day": day}


def _reason(reason: LinkReason, language: str) -> str:
    text = _REASON if reason.spread.agreed else _SPLIT
    return text[language] % {
        "what": _what(reason, language),
        "holders": _isolated(str(reason.spread.holders)),
        "weight": _isolated(f"{reason.weight:.1f}"),
    }


def _what(reason: LinkReason, language: str) -> str:
    value = shown(reason.kind, reason.value)
    return " ".join(filter(None, (KINDS[reason.kind].text[language], value)))


def shown(kind: FeatureKind, value: str, longest: int = _LONGEST) -> str:
    """Return the value of a feature as harmless text, isolated; "" for a digest, and for one that is not told."""
    if kind in _DIGESTS or not value:
        return ""
    value = "".join(sign if sign.isprintable() else "\ufffd" for sign in value[: longest + 1])
    value = value if len(value) <= longest else value[:longest] + "…"
    return _isolated(value.replace(".", "[.]") if kind in _NAMES else value)


def _joined(several: list[str], language: str) -> str:
    return ("؛ " if language == "ar" else "; ").join(several)


def _isolated(value: str) -> str:
    return f"{_ISOLATE}{value}{_POP}"
