"""Spear phishing and sources: recall and twin separation of the written suites, and what becomes of benign tips.

    python -m bench.spear [--lang en] [--misses] [--out FILE]

Each scenario is judged in its own mailbox: the everyday mail of the fictional organisation, the scenario's history,
then the thread; once with the attack, once with its benign twin. Without FULL=1 every third scenario of each file is
taken (the first, fourth, ...), and all tips.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.lib.output import finish, interval, stamp, table
from bench.lib.stats import Rate
from bench.suites.scenario import HERE, PROFILE, Scenario, Tip, background, load, load_tips

Judge = Callable[[list[bytes]], list["Answer"]]
FLAGGED = frozenset({"malicious", "suspicious"})


@dataclass(frozen=True)
class Answer:
    """What the judge said of one message."""

    verdict: str
    probability: float
    """That the message is not clean."""
    findings: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Outcome:
    """One scenario judged on both sides."""

    scenario: Scenario
    attack: list[Answer]
    """Of the thread's messages, in order."""
    twin: list[Answer]

    @property
    def caught(self) -> bool:
        """Whether the judged message of the attack was called malicious or suspicious."""
        return self.attack[self.scenario.judged].verdict in FLAGGED

    @property
    def caught_anywhere(self) -> bool:
        """Whether any message that the attacker wrote was."""
        return any(self.attack[at].verdict in FLAGGED for at in self.scenario.hostile)

    @property
    def twin_clean(self) -> bool:
        """Whether the judged message of the twin was called clean."""
        return self.twin[self.scenario.judged].verdict == "clean"

    @property
    def ordered(self) -> bool:
        """Whether the attack got the higher probability, whatever the verdicts."""
        judged = self.scenario.judged
        return self.attack[judged].probability > self.twin[judged].probability


def run(scenario: Scenario, judge: Judge) -> Outcome:
    """Judge both sides, each in a mailbox of its own."""
    before = len(scenario.history)
    sides = [judge(scenario.history + thread)[before:] for thread in (scenario.attack, scenario.twin)]
    return Outcome(scenario, *sides)


def run_with_library(scenario: Scenario) -> Outcome:
    """Judge both sides with the library, whose engine each process makes once."""
    return run(scenario, library_judge())


def run_all(scenarios: Sequence[Scenario], judge: Judge | None) -> list[Outcome]:
    """Judge all scenarios with `judge`, or with the library on every core."""
    if judge is not None:
        return [run(scenario, judge) for scenario in scenarios]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(run_with_library, scenarios, chunksize=4))


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the rates over some outcomes: value, 95 % interval, hits, n."""
    count = len(outcomes)
    twins = [outcome.twin[outcome.scenario.judged].verdict for outcome in outcomes]
    return {
        "pairs": count,
        "attack_messages": sum(len(outcome.scenario.hostile) for outcome in outcomes),
        "recall": Rate(sum(outcome.caught for outcome in outcomes), count).as_json(),
        "recall_thread": Rate(sum(outcome.caught_anywhere for outcome in outcomes), count).as_json(),
        "twin_clean": Rate(sum(outcome.twin_clean for outcome in outcomes), count).as_json(),
        "separation": Rate(sum(outcome.caught and outcome.twin_clean for outcome in outcomes), count).as_json(),
        "ordered": Rate(sum(outcome.ordered for outcome in outcomes), count).as_json(),
        "twin_verdicts": dict(Counter(twins)),
    }


def tip_figures(tips: Sequence[Tip], answers: Sequence[Answer]) -> dict[str, Any]:
    """Return how often each verdict was given to a tip, and the share called suspicious."""
    verdicts = Counter(answer.verdict for answer in answers)
    return {
        "tips": len(tips),
        "malicious": verdicts["malicious"],
        "suspicious": Rate(verdicts["suspicious"], len(tips)).as_json(),
        "unwanted": verdicts["unwanted"],
    }


def grouped(outcomes: Sequence[Outcome], key: Callable[[Scenario], str]) -> dict[str, Any]:
    """Return `figures` for each value of `key`, in alphabetical order."""
    names = sorted({key(outcome.scenario) for outcome in outcomes})
    return {name: figures([each for each in outcomes if key(each.scenario) == name]) for name in names}


def subsample(scenarios: Iterable[Scenario]) -> list[Scenario]:
    """Keep the first, fourth, ... scenario of each technique and language."""
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for scenario in scenarios:
        place = (scenario.technique, scenario.lang)
        if seen[place] % 3 == 0:
            kept.append(scenario)
        seen[place] += 1
    return kept


@cache
def library_judge() -> Judge:
    """Return the judge as the library offers it for a mailbox, with the suite's profile."""
    from tocsin.bootstrap import make_engine
    from tocsin.identify.profile import load as load_profile
    from tocsin.scan.mailbox import judge_mailbox

    engine, profile = make_engine(), load_profile(PROFILE.read_bytes())

    def judge(raws: list[bytes]) -> list[Answer]:
        verdicts = judge_mailbox(raws, profile, engine)
        if len(verdicts) != len(raws):
            raise RuntimeError(f"{len(raws)} messages went in, {len(verdicts)} verdicts came out")
        return [
            Answer(verdict.verdict.value, verdict.probability, tuple(finding.id for finding in verdict.findings))
            for verdict in verdicts
        ]

    return judge


def show(title: str, groups: dict[str, Any]) -> str:
    """Return the table of some groups of pairs."""
    head = ("", "pairs", "messages", "recall %", "in thread %", "twin clean %", "separated %", "p higher %")
    rates = ("recall", "recall_thread", "twin_clean", "separation", "ordered")
    rows = [
        (name, str(group["pairs"]), str(group["attack_messages"]), *(interval(group[rate], digits=0) for rate in rates))
        for name, group in groups.items()
    ]
    return table(title, head, rows)


def show_tips(groups: dict[str, Any]) -> str:
    """Return the table of the tips."""
    rows = [
        (lang, str(group["tips"]), str(group["malicious"]), interval(group["suspicious"]), str(group["unwanted"]))
        for lang, group in groups.items()
    ]
    return table("Benign tips", ("", "tips", "malicious", "suspicious %", "unwanted"), rows)


def misses(outcomes: Sequence[Outcome], tips: Sequence[Tip], answers: Sequence[Answer]) -> str:
    """List what went wrong, for a person who wants to read the messages."""
    lines = []
    for outcome in outcomes:
        scenario, judged = outcome.scenario, outcome.scenario.judged
        name = f"{scenario.technique}.{scenario.lang}/{scenario.id}"
        for side, answer, wrong in (
            ("attack", outcome.attack[judged], not outcome.caught),
            ("twin", outcome.twin[judged], not outcome.twin_clean),
        ):
            if wrong:
                lines.append(f"{name} {side}: {answer.verdict} {answer.probability:.3f} {' '.join(answer.findings)}")
    for tip, answer in zip(tips, answers, strict=True):
        if answer.verdict != "clean":
            found = " ".join(answer.findings)
            lines.append(f"tip {tip.lang}/{tip.id}: {answer.verdict} {answer.probability:.3f} {found}")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None, judge: Judge | None = None) -> dict[str, Any]:
    """Measure, print, and return the result."""
    parser = argparse.ArgumentParser(prog="python -m bench.spear", description=__doc__)
    parser.add_argument("--lang", help="only this language")
    parser.add_argument("--misses", action="store_true", help="list what was judged wrongly")
    parser.add_argument("--out", type=Path, help="write the result to this file, too")
    options = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    scenarios = [each for each in load(HERE / "spear") if options.lang in (None, each.lang)]
    tips = [each for each in load_tips(HERE / "tips") if options.lang in (None, each.lang)]
    outcomes = run_all(scenarios if full else subsample(scenarios), judge)
    daily = background()
    around = (judge or library_judge())(daily + [tip.raw for tip in tips])
    answers = around[len(daily) :]
    result = stamp("spear", full=full) | {
        "written": {"pairs": len(scenarios), "attack_messages": sum(len(each.hostile) for each in scenarios)},
        "all": figures(outcomes),
        "technique": grouped(outcomes, lambda scenario: scenario.technique),
        "lang": grouped(outcomes, lambda scenario: scenario.lang),
        "technique_lang": grouped(outcomes, lambda scenario: f"{scenario.technique}.{scenario.lang}"),
        "tips": _tips_by_language(tips, answers),
        "everyday_not_clean": Rate(sum(each.verdict != "clean" for each in around[: len(daily)]), len(daily)).as_json(),
    }
    print(show("Spear phishing by technique", result["technique"]))
    print(show("Spear phishing by language", result["lang"] | {"all": result["all"]}))
    print(show_tips(result["tips"]))
    if options.misses:
        print(misses(outcomes, tips, answers))
    finish(result, options.out)
    return result


def _tips_by_language(tips: Sequence[Tip], answers: Sequence[Answer]) -> dict[str, Any]:
    pairs = list(zip(tips, answers, strict=True))
    groups = {
        lang: tip_figures([tip for tip, _ in own], [answer for _, answer in own])
        for lang in sorted({tip.lang for tip in tips})
        for own in [[pair for pair in pairs if pair[0].lang == lang]]
    }
    return groups | {"all": tip_figures(tips, answers)}


if __name__ == "__main__":
    main()
