"""`tocsin train`: fits a model on your own mail and corrections. Nothing leaves the machine."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from tocsin.bootstrap import make_engine
from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.output import prepare, target
from tocsin.cli.scan import read_profile
from tocsin.common.causes import quoted
from tocsin.formats.mime import parse
from tocsin.identify.combine import towards_attack
from tocsin.identify.engine import Engine
from tocsin.identify.features import features_of, words_of
from tocsin.identify.fit import Sample, Settings, fit
from tocsin.identify.mail import Mail
from tocsin.identify.model import Model, dump
from tocsin.identify.traces import is_tips
from tocsin.model.context import Context
from tocsin.model.error import InputError, ModelError
from tocsin.model.profile import Profile
from tocsin.model.sentence import say
from tocsin.model.source import RawMail
from tocsin.model.verdict import Class
from tocsin.net.sources import Sources
from tocsin.render.labels import CLASSES
from tocsin.render.words import Words

_FEWEST = 50
"""Messages of each side below which a fit would say more about chance than about mail."""


@click.command("train", cls=Command)
@click.option(
    "--ham",
    "clean",
    multiple=True,
    type=click.Path(exists=True),
    required=True,
    help="Clean mail: files, mailboxes or folders; repeat for more.",
)
@click.option(
    "--bad", "malicious", multiple=True, type=click.Path(exists=True), help="Malicious mail; repeat for more."
)
@click.option("--spam", "unwanted", multiple=True, type=click.Path(exists=True), help="Unwanted mail; repeat for more.")
@click.option(
    "--corrections",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='JSON lines {"message_id": ..., "verdict": ...}: the right verdict of messages in the folders above.',
)
@click.option(
    "--profile",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The organisation's profile: mail to an address for sources is not learnt from.",
)
@click.option(
    "--out", "-o", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The model file to write."
)
@language_option
def command(
    clean: tuple[str, ...],
    malicious: tuple[str, ...],
    unwanted: tuple[str, ...],
    corrections: Path | None,
    profile: Path | None,
    out: Path,
    lang: str,
) -> None:
    """Fit a model on your own mail. Use it with `tocsin scan --model FILE`."""
    prepare(out)
    words = Words(lang)
    engine = make_engine()
    protected = read_profile(profile) if profile else Profile()
    right = _corrections(corrections) if corrections else {}
    samples = [
        sample
        for label, paths in (("clean", clean), ("malicious", malicious), ("unwanted", unwanted))
        for sample in _samples(engine, protected, label, paths, right, words)
    ]
    counts = Counter(sample.label for sample in samples)
    bad = counts["malicious"] + counts["unwanted"]
    if counts["clean"] < _FEWEST or bad < _FEWEST:
        raise ModelError(
            say("too few messages to fit a model: %(clean)s clean and %(bad)s other", clean=counts["clean"], bad=bad),
            say("Give at least %(count)s of each side; some hundreds are better.", count=_FEWEST),
        )
    declared = {check.id: float(check.weight) for check in engine.checks.values()}
    card: dict[str, object] = {
        "fitted_on": dict(sorted(counts.items())),
        "assumed_share_of_clean_mail": Settings().prior_clean,
        "note": "fitted locally by tocsin train",
    }
    model = _with_targeted(
        fit(samples, declared, towards_attack(engine.checks), Settings(), card), engine.combiner.model
    )
    with target(out) as file:
        file.write(dump(model))
    fitted = ", ".join(f"{words.gettext(CLASSES[Class(label)])}: {count:,}" for label, count in sorted(counts.items()))
    click.echo(words.gettext("Fitted on mail of these classes: %(counts)s.", counts=fitted))
    use = f"tocsin scan --model {shlex.quote(str(out))} MAILBOX"
    click.echo(words.gettext("Wrote %(file)s. Next: %(command)s", file=out, command=use))


def _with_targeted(model: Model, shipped: Model | None) -> Model:
    """Keep the shipped sum for targeted mail: a user's folders are not threads with a history to learn it from."""
    return msgspec.structs.replace(model, targeted=shipped.targeted if shipped else None)


def _samples(
    engine: Engine, profile: Profile, label: str, paths: tuple[str, ...], right: dict[str, str], words: Words
) -> Iterator[Sample]:
    """What the fit sees of the messages in `paths`; their group is the sender's domain, so folds hold senders out.

    Mail to an address for sources is left out.
    """
    with Sources(paths, in_memory=profile.is_newsroom) as sources:
        for item in sources.open():
            if not isinstance(item, RawMail):
                click.echo(words.gettext("not read: %(path)s: %(hint)s", path=item.path, hint=item.hint), err=True)
                continue
            mail = Mail(parse(item.raw, engine.limits), engine.limits)
            if is_tips(mail, profile):
                continue
            findings, _ = engine.examine(mail, Context())
            yield Sample(
                label=right.get(mail.message_id, label),
                group=mail.sender_domain or item.path,
                findings=tuple(finding.id for finding in findings),
                features=tuple(features_of(mail)),
                words=tuple(words_of(mail)),
            )


class _Correction(msgspec.Struct):
    message_id: str
    verdict: str


def _corrections(path: Path) -> dict[str, str]:
    """Read corrections: what a person said of single messages."""
    found = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            item = msgspec.json.decode(line, type=_Correction)
        except msgspec.MsgspecError as error:
            raise InputError(
                say("%(file)s, line %(number)s: %(cause)s", file=path, number=number, cause=quoted("msgspec", error)),
                say('Each line is {"message_id": "...", "verdict": "clean"}.'),
            ) from error
        if item.verdict not in ("malicious", "unwanted", "clean"):
            raise InputError(
                say(
                    '%(file)s, line %(number)s: "%(verdict)s" is no verdict to learn from',
                    file=path,
                    number=number,
                    verdict=item.verdict,
                ),
                say("Use malicious, unwanted or clean."),
            )
        found[item.message_id] = item.verdict
    return found
