"""A chain as an Attack Flow: what was reached as actions, what stopped it or is not known as conditions.

It names no person and says nothing of what lies behind a stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from tocsin.formats import attack_flow
from tocsin.formats.attack_flow import Node
from tocsin.identify.outcome.controls import CONTROLS
from tocsin.identify.outcome.logs import LOGS
from tocsin.identify.outcome.stages import STAGES
from tocsin.model.outcome import Stage, StageState, State
from tocsin.model.people import Tlp


def flow(name: str, stages: Sequence[StageState], at: datetime, tlp: Tlp) -> bytes:
    """Return the chain of an incident, as it is known at a time, as an Attack Flow (STIX 2.1, JSON)."""
    told = f"How far the attempts on {name} got, as far as logs tell. Stages that no log speaks of are conditions."
    return attack_flow.write(name, told, nodes(stages), at, tlp)


def nodes(stages: Sequence[StageState]) -> list[Node]:
    """Return the steps up to where the chain was stopped, or the first stage of which nothing is known any more."""
    known = [place for place, state in enumerate(stages) if state.state is not State.NOT_OBSERVABLE]
    last = known[-1] if known else -1
    if last < 0 or stages[last].state is State.REACHED:
        last = min(last + 1, len(stages) - 1)
    shown = stages[: last + 1]
    before = {after.stage: one.stage for one, after in pairwise(shown)}
    if Stage.SESSION in before.values() and Stage.DATA_READ in before:
        before[Stage.DATA_READ] = Stage.SESSION  # a way back is not on the way to the data
    return [_node(state, before.get(state.stage)) for state in shown]


def _node(state: StageState, before: Stage | None) -> Node:
    text = STAGES[state.stage]
    if state.state is State.REACHED:
        described = f"{text.reached['en']}{' It follows from a later stage.' if state.inferred else ''}"
        return Node(state.stage, text.name["en"], described, True, text.attack[0], state.at, before or "")
    if state.state is State.STOPPED:
        control = CONTROLS[state.control]
        described = f"not met: stopped by {control.name['en']}{_known(state)}."
        return Node(state.stage, text.name["en"], described, False, after=before or "", d3fend=control.d3fend)
    logs = "; ".join(LOGS[one].name["en"] for one in state.settles)
    described = f"unknown.{f' What would settle it: {logs}.' if logs else ''}"
    return Node(state.stage, text.name["en"], described, False, after=before or "")


def _known(state: StageState) -> str:
    if state.until is None:
        return ""
    stated = ", according to the export's stated period" if state.stated else ""
    said = "; according to the person's answer" if state.said else ""
    return f" (known until {state.until:%Y-%m-%d %H:%M} UTC{stated}{said})"
