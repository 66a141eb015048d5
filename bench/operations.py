"""What incidents are grouped into, against operations whose truth is known: `python -m bench.operations [--out F]`.

Three parts. Made-up operations with hard negatives (`bench.lib.operations`, which imports nothing that judges): pairs
and B-cubed (Bagga and Baldwin 1998), beside what is done by hand, joining whatever shares a domain, an address or a
sender. Real indicators labelled by report, where they lie beside the project: which features recur across reports. And
an index of many incidents: what one more costs. FULL=1 takes 40 worlds and a million incidents.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from bench.lib import output, recurring
from bench.lib.operations import Made, make
from tocsin.attribute.features import merged, of_mail, told
from tocsin.attribute.grouping import Grouping
from tocsin.attribute.kinds import KINDS
from tocsin.attribute.linking import link
from tocsin.common.hosts import registrable
from tocsin.common.similar import text_bands
from tocsin.identify.sites import is_known
from tocsin.model.operation import Family, Feature, FeatureKind, FileTraits, IncidentFeatures, LinkTraits, MailTraits
from tocsin.model.profile import Profile

FIRST: Final = 3_000
"""Numbers of the worlds begin here. Those below 10, 1,000 to 1,005 and 2,000 to 2,023 were looked at while rules and
weights were chosen."""
OPERATIONS: Final = 120
"""Of one world: about 750 incidents."""
BEGAN: Final = datetime(2026, 1, 1, tzinfo=UTC)
MANY: Final = (10_000, 1_000_000)
Groups = Iterable[frozenset[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    parser.add_argument("--first", type=int, default=FIRST, help="number of the first world")
    parser.add_argument("--worlds", type=int, help="how many")
    parser.add_argument("--many", type=int, help="how many incidents there are when one more is timed")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    worlds = range(chosen.first, chosen.first + (chosen.worlds or (40 if full else 4)))
    result = output.stamp("operations", full=full) | {"made": made_up(worlds), "many": many(chosen.many or MANY[full])}
    if recurring.INDICATORS.is_file():
        result["recurring"] = recur()
    print(output.table("One more incident", ("", ""), [[name, f"{value:,}"] for name, value in result["many"].items()]))
    output.finish(result, chosen.out)
    return 0


# Made-up operations


def made_up(worlds: Iterable[int]) -> dict[str, Any]:
    """Groups the incidents of each world both ways; returns the mean figures and the worst world."""
    ours, by_hand, count, wrong = [], [], 0, Counter[str]()
    for number in worlds:
        made = make(number, OPERATIONS)
        truth = {one.id: one.operation for one in made}
        count += len(made)
        incidents, grouping = {one.id: incident_of(one) for one in made}, Grouping()
        for incident in incidents.values():
            grouping.add(incident)
        wrong.update(false_links(incidents, grouping, truth))
        ours.append(figures([frozenset(one.incidents) for one in grouping.operations()], truth))
        by_hand.append(figures(joined(made), truth))
    for title, scores in (("Tocsin", ours), ("by hand: any domain, address or sender", by_hand)):
        rows = [[name, *(f"{pick(one[name] for one in scores):.3f}" for pick in (_mean, min))] for name in scores[0]]
        print(output.table(title, ("", "mean", "worst world"), rows))
    rows = [[what, f"{number:,}"] for what, number in wrong.most_common()]
    print(output.table("Links that join two operations, by what they rest on", ("", "links"), rows))
    return {"incidents": count, "tocsin": _summed(ours), "by_hand": _summed(by_hand), "false_links": dict(wrong)}


def false_links(
    incidents: dict[str, IncidentFeatures], grouping: Grouping, truth: dict[str, int]
) -> Iterator[str]:  # fmt: skip
    """Yields for each link between two operations the kinds of feature that it rests on."""
    for name, incident in incidents.items():
        for other in grouping.near(name):
            if name < other and truth[name] != truth[other]:
                found = link(incident, incidents[other], grouping.spread)
                yield " + ".join(reason.kind.value for reason in found.reasons if reason.weight > 0)


def _mean(values: Iterable[float]) -> float:
    several = list(values)
    return sum(several) / len(several)


def _summed(scores: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: round(_mean(one[name] for one in scores), 4) for name in scores[0]}


def incident_of(made: Made) -> IncidentFeatures:
    """What Tocsin makes of a made-up incident."""
    profile = Profile()
    found = list(of_mail(traits_of(made), profile, is_known))
    for kind, value in ((FeatureKind.CERTIFICATE, made.certificate), (FeatureKind.REGISTRANT, made.registrant),
                        (FeatureKind.AS, made.asn)):  # fmt: skip
        if value:
            found += told(kind, value, "told", profile, is_known)
    return IncidentFeatures(made.id, BEGAN, merged(found))


def traits_of(made: Made) -> MailTraits:
    """The same as its message shows it."""
    return MailTraits(
        message=made.id, sender=made.sender, vouched=made.vouched, reply_to=made.reply_to,
        links=tuple(LinkTraits(*link) for link in made.links), files=tuple(FileTraits(one) for one in made.files),
        lure=text_bands(made.text), address=made.address, helo=made.helo, headers=made.headers, mailer=made.mailer,
        boundary=made.boundary, message_id=made.message_id, pattern=made.pattern, hours=made.hours,
    )  # fmt: skip


def joined(made: Sequence[Made]) -> list[frozenset[str]]:
    """What is joined by hand: whatever shares a registrable domain of a link, an address or a sender."""
    having: dict[Hashable, list[str]] = defaultdict(list)
    for one in made:
        for host, _ in one.links:
            having["domain", registrable(host)].append(one.id)
        having["address", one.address or one.id].append(one.id)
        having["sender", one.sender or one.id].append(one.id)
    part = {one.id: {one.id} for one in made}
    for several in having.values():
        for other in several[1:]:
            mine, theirs = part[several[0]], part[other]
            if mine is not theirs:
                mine |= theirs
                part.update(dict.fromkeys(theirs, mine))
    return list({frozenset(one) for one in part.values()})


def figures(groups: Groups, truth: dict[str, int]) -> dict[str, float]:
    """Precision and recall by pairs, and by incidents (B-cubed)."""
    of = {name: group for group in groups for name in group}
    real: dict[int, set[str]] = defaultdict(set)
    for name, operation in truth.items():
        real[operation].add(name)
    said = right = there = 0
    precise = complete = 0.0
    for name, operation in truth.items():
        mine, theirs = of.get(name, frozenset({name})), real[operation]
        both = len(mine & theirs)
        said, right, there = said + len(mine) - 1, right + both - 1, there + len(theirs) - 1
        precise, complete = precise + both / len(mine), complete + both / len(theirs)
    return {
        "pair precision": right / said if said else 1.0, "pair recall": right / there if there else 1.0,
        "B-cubed precision": precise / len(truth), "B-cubed recall": complete / len(truth),
    }  # fmt: skip


# Real indicators


def recur() -> dict[str, Any]:
    """What recurs in unrelated reports: in the half that was looked at, and in the one that was held out."""
    reports, families = recurring.load()
    found: dict[str, Any] = {}
    for name, which in (("looked at", 0), ("held out", 1)):
        part = recurring.half(reports, which)
        found[name] = {"reports": len(part), "kinds": list(recurring.measure(part, families))}
        head = ("", "values", "in several reports", "unrelated ones", "log-odds")
        rows = [[one["kind"], *(f"{one[key]:,}" for key in ("values", "in_several_reports", "of_them_not_related")),
                 "-" if one["weight"] is None else f"{one['weight']:.1f}"] for one in found[name]["kinds"]]  # fmt: skip
        print(output.table(f"What recurs across reports, {name} ({len(part)} reports)", head, rows))
    return found


# Many incidents


def many(count: int) -> dict[str, Any]:
    """Takes in many incidents one by one; returns what one more costs at the end, in milliseconds of CPU time.

    They are copies of made-up ones under other names; programs, habits and networks stay the same for all, so that
    most features are rare and some are shown by nearly everybody. Before the last ones, the objects that are there are
    put out of the garbage collector's sight, as a process should do that keeps them.
    """
    base = [incident_of(one) for number in range(50_000, 50_004) for one in make(number, OPERATIONS)]
    grouping, costs, features = Grouping(), array("d"), 0
    timed = min(count // 2, 20_000)
    for number in range(count):
        if number == count - timed:
            gc.collect()
            gc.freeze()
        incident = copied(base[number % len(base)], number // len(base))
        features += len(incident.features)
        before = time.thread_time()
        grouping.add(incident)
        costs.append(time.thread_time() - before)
    gc.unfreeze()
    last = sorted(costs[-timed:])
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "incidents": count, "features": features, "p50_ms": _ms(last[len(last) // 2]),
        "p95_ms": _ms(last[len(last) * 95 // 100]), "p99_ms": _ms(last[len(last) * 99 // 100]),
        "max_ms": _ms(last[-1]), "max_while_loading_ms": _ms(max(costs[:-timed])), "rss_mb": round(rss),
        "bytes_an_incident": round(rss * 2**20 / count),
    }  # fmt: skip


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)


_EVERYBODYS: Final = frozenset(
    kind for kind, its in KINDS.items() if its.family in (Family.PROGRAM, Family.HABITS, Family.NEIGHBOURHOOD)
)


def copied(incident: IncidentFeatures, copy: int) -> IncidentFeatures:
    """The same incident elsewhere: what is its own has another name there."""
    found = tuple(
        one if one.kind in _EVERYBODYS else Feature(one.kind, f"{one.value}~{copy}") for one in incident.features
    )
    return IncidentFeatures(f"{incident.incident}~{copy}", incident.at, found)


if __name__ == "__main__":
    raise SystemExit(main())
