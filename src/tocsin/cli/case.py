"""`tocsin case`: the joint work on what happened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

import tocsin
from tocsin.app import cases, handover, participants, tasks, victims
from tocsin.bootstrap import make_signer, now
from tocsin.cli.claim import lines_of_claim
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option, tell_of_more
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import prepare, target
from tocsin.cli.times import time_of
from tocsin.model.case import CaseOpen
from tocsin.model.desk import TaskShown, VictimShown
from tocsin.model.error import InputError
from tocsin.model.event import Ending
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.render import cases as render
from tocsin.render import claims as ledger
from tocsin.render.labels import STATES
from tocsin.render.plain import on_one_line, one_line
from tocsin.render.words import Words

_tlp = click.Choice([one.value for one in Tlp])
_sure_option = click.option("--sure", is_flag=True, help="Although tasks are open or victims were not told.")


@click.group("case", cls=Group)
def command() -> None:
    """Work on what happened together with others: who takes part, what is to be done, whom it must be told."""


@command.command("list")
@organisation_option
@language_option
def list_(organisation: str | None, lang: str) -> None:
    """List the cases, the newest first."""
    words = Words(lang)
    with entered(organisation) as node:
        found = cases.cases(node)
    for one in found:
        state = words.gettext(STATES[one.item.state])
        click.echo(one_line(f"{one.item.case}  {one.item.opened_at:%Y-%m-%d}  {state}  {one.title}", 400))


@command.command("show")
@click.argument("case")
@organisation_option
@language_option
def show(case: str, organisation: str | None, lang: str) -> None:
    """Show CASE (an id): its label, and all that belongs to it."""
    words = Words(lang)
    with entered(organisation) as node:
        found = cases.case(node, case)
    label = found.tlp.value if found.tlp else ""
    click.echo(one_line(f"{words.gettext(STATES[found.item.state])}  {label}  {found.title}", 400))
    if found.origin:
        click.echo(render.origin(found.origin, words))
    for one in found.incidents:
        click.echo(one_line(f"  {one.item.incident}  {one.item.tlp.value}  {one.title}", 400))
    _show_items(found, words)
    for name, text in ((words.gettext("Note"), found.note), (words.gettext("Lessons"), found.lessons)):
        if text:
            click.echo(one_line(f"{name}: {text}", 4_000))


def _show_items(found: CaseOpen, words: Words) -> None:
    for piece in found.pieces:
        about = f"{piece.record.name}  {piece.record.collected_by}  {piece.record.source}" if piece.record else ""
        click.echo(one_line(f"  {piece.item.evidence}  {piece.item.state}  {piece.item.participant}  {about}", 400))
        for line in render.before(piece.record, words):
            click.echo(f"    {line}")
    for line in (line for claim in found.claims for line in lines_of_claim(claim, words)):
        click.echo(f"  {line}")
    for thing in found.more_claims:
        click.echo(f"  {words.gettext(ledger.MORE, thing=thing)}")
    for task in found.tasks:
        click.echo("  " + line_of_task(task, now(), words))
    for part in found.participants:
        name = f"{part.record.name}  {part.record.contact}" if part.record else ""
        click.echo(one_line(f"  {part.item.participant}  {part.item.tlp.value}  {' '.join(part.item.people)}  {name}"))
    for victim in found.victims:
        click.echo("  " + line_of_victim(victim, words))
    for item, only in sorted(found.restrictions.items()):
        click.echo("  " + render.restricted(item, only, on_one_line(words)))


def line_of_task(one: TaskShown, at: datetime, words: Words) -> str:
    """Return a task in one line."""
    item = one.item
    state = words.gettext(render.task_state(item, at))
    return one_line(f"{item.task}  {item.due:%Y-%m-%dT%H:%MZ}  {state}  {item.participant}  {one.title}", 400)


def line_of_victim(one: VictimShown, words: Words) -> str:
    """Return a victim in one line."""
    name = one.record.name if one.record else ""
    contact = f"{one.contact.contact}  {one.contact.source}" if one.contact else words.gettext("no contact verified")
    return one_line(f"{one.item.victim}  {words.gettext(render.victim_state(one.item))}  {name}  {contact}", 400)


@command.command("open")
@click.argument("title")
@click.option("--incident", "incidents", multiple=True, help="An incident that it is about (an id); repeat for more.")
@organisation_option
@language_option
def open_(title: str, incidents: tuple[str, ...], organisation: str | None, lang: str) -> None:
    """Open a case; TITLE says in a few words what it is about. All who take part read it."""
    with entered(organisation) as node:
        case = cases.open_case(node, title, incidents)
    click.echo(Words(lang).gettext("Opened %(case)s.", case=case))


@command.command("add")
@click.argument("case")
@click.argument("incidents", metavar="INCIDENT...", nargs=-1, required=True)
@organisation_option
def add(case: str, incidents: tuple[str, ...], organisation: str | None) -> None:
    """Work on INCIDENT... (ids) in CASE too, which was opened before."""
    with entered(organisation) as node:
        cases.add_incidents(node, case, incidents)


@command.command("part")
@click.argument("case")
@click.argument("incident")
@click.option("--reason", required=True, help="Why; it is kept.")
@click.option("--tlp", type=_tlp, help="How confidential the case is without it (default: as it is now).")
@organisation_option
def part(case: str, incident: str, reason: str, tlp: str | None, organisation: str | None) -> None:
    """Take INCIDENT (an id) out of CASE, to which it does not belong after all."""
    with entered(organisation) as node:
        cases.part_incident(node, case, incident, reason, Tlp(tlp) if tlp else None)


@command.command("close")
@click.argument("case")
@click.option("--note", default="", help="What became known.")
@click.option("--lessons", default="", help="What to do differently; it is kept until it is erased: name nobody.")
@_sure_option
@organisation_option
def close(case: str, note: str, lessons: str, sure: bool, organisation: str | None) -> None:
    """Close CASE (an id): what was said of it goes after 90 days, its evidence when its own time is up."""
    with entered(organisation) as node:
        cases.close_case(node, case, note, lessons, sure=sure)


@command.command("join")
@click.argument("case")
@click.argument("name")
@click.option("--tlp", type=_tlp, default=Tlp.AMBER.value, show_default=True, help="Up to which label it may know.")
@click.option("--person", "people", multiple=True, help="Who acts for it here (an id); repeat for more.")
@click.option("--contact", default="", help="How its people are reached.")
@click.option("--again", "participant", help="The id of a participant of which this replaces what was said before.")
@organisation_option
@language_option
def join(
    case: str, name: str, tlp: str, people: tuple[str, ...], contact: str, participant: str | None,
    organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Let the organisation or office NAME take part in CASE (an id)."""
    with entered(organisation) as node:
        made = participants.join(node, case, name, Tlp(tlp), people, contact, participant)
    click.echo(Words(lang).gettext("Takes part as %(participant)s.", participant=made))


@command.command("leave")
@click.argument("case")
@click.argument("participant")
@organisation_option
def leave(case: str, participant: str, organisation: str | None) -> None:
    """Let PARTICIPANT (an id) see nothing of CASE any more."""
    with entered(organisation) as node:
        participants.leave(node, case, participant)


@command.command("restrict")
@click.argument("case")
@click.argument("item")
@click.option("--only", multiple=True, help="A participant who needs to know (an id); repeat for more, none: nobody.")
@click.option("--all", "everybody", is_flag=True, help="All who are cleared, as before; of a victim, nobody.")
@organisation_option
def restrict(case: str, item: str, only: tuple[str, ...], everybody: bool, organisation: str | None) -> None:
    """Say which participants see ITEM (the id of an incident, a claim, evidence, a task, a victim) of CASE."""
    with entered(organisation) as node:
        participants.restrict(node, case, item, None if everybody else only)


@command.command("task")
@click.argument("case")
@click.argument("title")
@click.option("--due", required=True, metavar="TIME", help="Until when, as 2026-03-01T09:30:00Z.")
@click.option("--by", "participant", help="Whose it is (the id of a participant); default: the lead's.")
@click.option("--tlp", type=_tlp, help="Who may read it (default: up to the participant's label, or the case's).")
@organisation_option
@language_option
def task(
    case: str, title: str, due: str, participant: str | None, tlp: str | None, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """Say what is to be done about CASE (an id)."""
    with entered(organisation) as node:
        made = tasks.set_task(node, case, title, time_of(due), participant, Tlp(tlp) if tlp else None)
    click.echo(Words(lang).gettext("Set as %(task)s.", task=made))


@command.command("tasks")
@after_option
@organisation_option
@language_option
def tasks_(after: str | None, organisation: str | None, lang: str) -> None:
    """List what is to be done about all cases: victims who wait to be told, then tasks, the first that is due first."""
    words = Words(lang)
    with entered(organisation) as node:
        page = tasks.mine(node, after)
    for one in page.items:
        if one.task:
            click.echo(f"{one.task.item.case}  {line_of_task(one.task, now(), words)}")
        elif one.victim:
            click.echo(f"{one.victim.item.case}  {line_of_victim(one.victim, words)}")
    tell_of_more(page.after, words)


@command.command("change-task")
@click.argument("task_id", metavar="TASK")
@click.option("--by", "participant", help="Whose it is from now on (the id of a participant).")
@click.option("--lead", is_flag=True, help="It is the lead's from now on.")
@click.option("--due", metavar="TIME", help="Until when, as 2026-03-01T09:30:00Z.")
@click.option("--tlp", type=_tlp, help="Who may read it (default: as now).")
@organisation_option
def change_task(
    task_id: str, participant: str | None, lead: bool, due: str | None, tlp: str | None, organisation: str | None
) -> None:  # fmt: skip
    """Give TASK (an id) to somebody else, as when its participant has left, or move when it is due."""
    whose = "" if lead else participant
    with entered(organisation) as node:
        tasks.change_task(node, task_id, whose, time_of(due) if due else None, Tlp(tlp) if tlp else None)


@command.command("end-task")
@click.argument("task_id", metavar="TASK")
@click.option("--dropped", is_flag=True, help="It need not be done.")
@click.option("--note", default="", help="What was done, or why not.")
@organisation_option
def end_task(task_id: str, dropped: bool, note: str, organisation: str | None) -> None:
    """Say that TASK (an id) was done, or dropped."""
    with entered(organisation) as node:
        tasks.end_task(node, task_id, Ending.DROPPED if dropped else Ending.DONE, note)


@command.command("victim")
@click.argument("case")
@click.argument("name")
@click.option("--note", default="", help="What happened to them, and what they have to know.")
@organisation_option
@language_option
def victim(case: str, name: str, note: str, organisation: str | None, lang: str) -> None:
    """Write down that NAME has to be told."""
    with entered(organisation) as node:
        made = victims.found(node, case, name, note)
    click.echo(Words(lang).gettext("Written down as %(victim)s.", victim=made))


@command.command("verify-contact")
@click.argument("victim_id", metavar="VICTIM")
@click.option("--contact", required=True, help="How they are reached.")
@click.option("--source", required=True, help="Where that was taken from: nothing that those who wrote have a hand in.")
@click.option("--called-at", metavar="TIME", help="When they were called back, as 2026-03-01T09:30:00Z (default: now).")
@click.option("--sure", is_flag=True, help="Although the contact stands in a message of the case.")
@organisation_option
def verify_contact(
    victim_id: str, contact: str, source: str, called_at: str | None, sure: bool, organisation: str | None
) -> None:  # fmt: skip
    """Write down how VICTIM (an id) is reached, where that is known from, and that they were called back by it."""
    with entered(organisation) as node:
        victims.verify_contact(node, victim_id, contact, source, time_of(called_at) if called_at else now(), sure=sure)


@command.command("told")
@click.argument("victim_id", metavar="VICTIM")
@click.option("--note", required=True, help="What was said to whom, or why they cannot be told.")
@click.option("--dropped", is_flag=True, help="They cannot be told.")
@organisation_option
def told(victim_id: str, note: str, dropped: bool, organisation: str | None) -> None:
    """Write down that VICTIM (an id) was told, by the contact that was verified."""
    with entered(organisation) as node:
        victims.told(node, victim_id, note, Ending.DROPPED if dropped else Ending.DONE)


@command.command("hand-over")
@click.argument("case")
@click.option("--to", required=True, help="Which organisation leads it from now on.")
@click.option("--to-key", required=True, help="The verifier key of its log, had by a sure way: nobody else takes it.")
@click.option("--out", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The ZIP to write.")
@click.option("--note", default="", help="Why.")
@_sure_option
@organisation_option
@language_option
def hand_over(
    case: str, to: str, to_key: str, out: Path, note: str, sure: bool, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """Hand the lead of CASE (an id) on by an archive; here it is only read from now on."""
    prepare(out)
    words, signer = Words(lang), make_signer()
    with entered(organisation) as node, target(out) as file:
        handover.hand_over(node, signer, case, to, to_key, tocsin.__version__, file, note, sure=sure)
    click.echo(words.gettext("Send the verifier key by another way than the archive: tocsin log heads --key"))
    click.echo(words.gettext("The archive is not encrypted and holds all of the case: send it by a way that is."))


@command.command("take-back")
@click.argument("case")
@click.option("--reason", required=True, help="How it is known that nobody has taken it.")
@organisation_option
def take_back(case: str, reason: str, organisation: str | None) -> None:
    """Lead CASE (an id) here again, which was handed over and not taken."""
    with entered(organisation) as node:
        handover.take_back(node, case, reason)


@command.command("take")
@click.argument("file", metavar="ARCHIVE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", required=True, help="The verifier key of where it comes from, had by another way.")
@organisation_option
@language_option
def take(file: Path, key: str, organisation: str | None, lang: str) -> None:
    """Check ARCHIVE, and open the case here whose lead was handed over by it."""
    words = Words(lang)
    if file.stat().st_size > handover.LARGEST:
        raise InputError(say("the archive is larger than 256 MB"), say("Hand the evidence on in several cases."))
    signer = make_signer()
    with entered(organisation) as node:
        found = handover.take(node, signer, file.read_bytes(), key)
    click.echo(words.gettext("Opened %(case)s.", case=found.case))
    click.echo(words.ngettext("%(n)s piece of evidence came.", "%(n)s pieces of evidence came.", len(found.evidence)))
    for one in found.gone:
        click.echo(words.gettext("%(evidence)s was erased before.", evidence=one), err=True)
    for one in found.known:
        click.echo(words.gettext("%(claim)s is known here, and stays as it is.", claim=one), err=True)
