"""Sigma rules as detections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import Any, Final

import polars as pl
from sigma.collection import SigmaCollection
from sigma.correlations import SigmaCorrelationCondition, SigmaCorrelationRule
from sigma.exceptions import SigmaError
from sigma.rule import SigmaRule

from tocsin.identify.detection import Detection
from tocsin.identify.forms import Chain, Each, Form, Many, Together
from tocsin.identify.sigma.compile import UnsupportedError, compiled, names
from tocsin.identify.sigma.fields import PREFIX, Fields
from tocsin.identify.sigma.own import OwnRules
from tocsin.identify.sigma.sieve import Sieve
from tocsin.model.alert import Severity
from tocsin.model.sentence import Sentence, say

_LEVELS: Final = {name: Severity(name) for name in ("critical", "high", "medium", "low", "informational")}
_PROVIDERS: Final[Mapping[tuple[str, str], tuple[str, str]]] = {
    ("azure", "signinlogs"): ("entra", "sign"),
    ("azure", "auditlogs"): ("entra", "audit"),
    ("azure", "riskdetection"): ("entra", "risk"),
    ("azure", "activitylogs"): ("azure", ""),
    ("azure", ""): ("entra|azure", ""),
    ("m365", ""): ("m365", ""),
    ("okta", ""): ("okta", ""),
    ("gcp", "google_workspace.login"): ("google", "login"),
    ("gcp", "google_workspace.admin"): ("google", "admin"),
    ("google_workspace", ""): ("google", ""),
    ("onelogin", ""): ("onelogin", ""),
    ("cisco", "duo"): ("duo", ""),
    ("duo", ""): ("duo", ""),
}
"""(product, service) of Sigma's taxonomy → our provider, and a part of its log's name."""
_MORE: Final = {"GTE": 0, "GT": 1}


@dataclass(slots=True)
class _Rule:
    where: pl.Expr
    fields: set[str]


def read(texts: Mapping[str, str]) -> OwnRules:
    """Make detections of rules in YAML by the name of their file. What cannot be used is told, and the rest is used."""
    own, fields = OwnRules(), set[str]()
    simple: dict[str, tuple[str, _Rule]] = {}
    correlations: list[tuple[str, SigmaCorrelationRule]] = []
    quiet: set[str] = set()
    conditions: list[pl.Expr] = []
    for file, text in texts.items():
        try:
            parsed = SigmaCollection.from_yaml(text, collect_errors=True, collect_filters=True)
        except Exception as error:  # noqa: BLE001 - a user's file may be anything, and YAML and pySigma raise anything
            own.problems.append(_problem(file, str(error).partition("\n")[0]))
            continue
        own.problems += [_problem(file, str(error)) for error in parsed.errors]
        for rule in parsed.rules:
            if isinstance(rule, SigmaCorrelationRule):
                correlations.append((file, rule))
            elif isinstance(rule, SigmaRule) and not rule.errors:
                conditions += _simple(file, rule, own, simple, fields)
    for file, rule in correlations:
        if not rule.errors:
            _correlation(file, rule, own, simple, fields)
            quiet |= set() if rule.generate else {one.reference for one in rule.rules or ()}
    for reference in quiet:
        own.detections.pop(_key(simple, reference), None)
    own.fields = Fields(sorted(fields - {""}), "" in fields)
    if own.fields and conditions:
        own.sieve = Sieve(own.fields, conditions)
    return own


def _simple(
    file: str, rule: SigmaRule, own: OwnRules, simple: dict[str, tuple[str, _Rule]], fields: set[str]
) -> list[pl.Expr]:
    """Make a detection of a rule; return its condition, for whatever log it is."""
    try:
        parts = [one.parsed for one in rule.detection.parsed_condition]
        condition = reduce(or_, map(compiled, parts))
        where = condition & _logsource(rule.logsource)
        mine = {name for part in parts for name in names(part)}
    except UnsupportedError as error:
        own.problems.append(_problem(f"{file}: {rule.title}", str(error)))
        return []
    except SigmaError as error:
        own.problems.append(_problem(f"{file}: {rule.title}", str(error)))
        return []
    fields |= mine
    made = _detection(rule, Each(where=where))
    own.detections[made.id] = made
    for reference in filter(None, (rule.name, str(rule.id) if rule.id else None)):
        simple[reference] = (made.id, _Rule(where, mine))
    return [condition]


def _correlation(
    file: str, rule: SigmaCorrelationRule, own: OwnRules, simple: dict[str, tuple[str, _Rule]], fields: set[str]
) -> None:
    try:
        missing = [one.reference for one in rule.rules or () if one.reference not in simple]
        if missing:
            raise UnsupportedError(f"rules: {', '.join(missing)}")
        form = _form(rule, [simple[one.reference][1].where for one in rule.rules or ()])
    except UnsupportedError as error:
        own.problems.append(_problem(f"{file}: {rule.title}", str(error)))
        return
    fields |= set(rule.group_by or ())
    if isinstance(rule.condition, SigmaCorrelationCondition) and isinstance(rule.condition.fieldref, str):
        fields.add(rule.condition.fieldref)
    made = _detection(rule, form)
    own.detections[made.id] = made


def _form(rule: SigmaCorrelationRule, wheres: Sequence[pl.Expr]) -> Form:
    kind, span = rule.type.name.lower(), timedelta(seconds=rule.timespan.seconds)
    if rule.aliases.aliases:
        raise UnsupportedError("aliases")
    key = tuple(PREFIX + name for name in rule.group_by or ())
    has_key = reduce(lambda one, other: one & other, (pl.col(name).is_not_null() for name in key), pl.lit(value=True))
    wheres = [where & has_key for where in wheres]
    if kind in ("temporal", "temporal_ordered"):
        make = Together if kind == "temporal" else Chain
        return make(key=key, steps=tuple(wheres), where=reduce(or_, wheres), quiet=span)
    condition = rule.condition
    if kind not in ("event_count", "value_count") or not isinstance(condition, SigmaCorrelationCondition):
        raise UnsupportedError(kind)
    if condition.op.name not in _MORE:
        raise UnsupportedError(f"{kind} {condition.op.name.lower()}")
    if kind == "value_count" and not isinstance(condition.fieldref, str):
        raise UnsupportedError("value_count: field")
    of = "id" if kind == "event_count" else f"{PREFIX}{condition.fieldref}"
    return Many(
        key=key, of=of, at_least=int(condition.count) + _MORE[condition.op.name], where=reduce(or_, wheres), quiet=span
    )


def _detection(rule: Any, form: Form) -> Detection:
    name = str(rule.id) if rule.id else rule.title
    text = dict.fromkeys(("en", "ar"), rule.description or rule.title)
    return Detection(
        id=f"sigma:{name}",
        severity=_LEVELS[rule.level.name.lower()] if rule.level else Severity.MEDIUM,
        title=dict.fromkeys(("en", "ar"), rule.title),
        explain=text,
        form=form,
        facts={
            "rule": pl.lit(rule.title),
            "ip": pl.col("ip"),
            "country": pl.col("country"),
            "detail": pl.col("detail"),
        },
        attack=tuple(
            tag.name.upper()
            for tag in rule.tags
            if tag.namespace == "attack" and tag.name[:1] in "tT" and tag.name[1:2].isdigit()
        ),
        hits=lambda: (),
        misses=lambda: (),
    )


def _logsource(source: Any) -> pl.Expr:
    """Return which events a rule is for. One without a product is for all."""
    product, service = (source.product or "").lower(), (source.service or "").lower()
    if not product:
        return pl.lit(value=True)
    known = _PROVIDERS.get((product, service)) or _PROVIDERS.get((product, ""))
    if known is None:
        raise UnsupportedError(f"logsource {product} {service}".rstrip())
    providers, log = known
    here = pl.col("provider").is_in(providers.split("|"))
    return here & pl.col("log").str.to_lowercase().str.contains(log, literal=True) if log else here


def _key(simple: Mapping[str, tuple[str, _Rule]], reference: str) -> str:
    return simple[reference][0] if reference in simple else ""


def _problem(place: str, cause: str) -> Sentence:
    return say("the rule %(rule)s cannot be used: %(cause)s", rule=place, cause=cause)
