"""Handing indicators on: what of an incident may leave, written as a STIX 2.1 bundle or as an event of MISP."""

from __future__ import annotations

import hashlib
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, use_case
from tocsin.app.parts.bundles import bundle_of
from tocsin.app.parts.indicators import known
from tocsin.app.parts.leaving import agreed
from tocsin.app.parts.leaving import recipient as to
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.common.tlp import readable
from tocsin.model.error import AccessError
from tocsin.model.event import BundleMade
from tocsin.model.exchange import ORGANISATION, Form
from tocsin.model.indicator import LeftOut
from tocsin.model.people import Tlp
from tocsin.model.sentence import say

_DOCS: Final = "howto/warn-others.md"


class Shared(Struct, frozen=True):
    """A bundle or an event, and what is not in it."""

    bundle: str
    """Its id; of an event, its uuid."""
    content: str
    """Its JSON."""
    indicators: int
    withheld: tuple[LeftOut, ...]


@use_case(Right.SHARE, cli="share preview", http="GET /v1/incidents/{incident}/bundle", docs=_DOCS)
def preview(
    grant: Grant, incident: str, audience: Tlp = Tlp.GREEN, *, recipient: str = "", named: bool = False,
    synthetic: bool = False, form: Form = Form.STIX,
) -> Shared:  # fmt: skip
    """Return what `bundle` would, to be looked at before it is handed on. Nothing is noted in the log."""
    with grant.read() as reader:
        most = _addressed(reader, audience, recipient, named=named)
        made = bundle_of(reader, known(grant, reader, incident), most, named=named, synthetic=synthetic, form=form)
    return Shared(made.id, made.content.decode(), made.indicators, made.withheld)


@use_case(Right.SHARE, cli="share bundle", http="POST /v1/incidents/{incident}/bundle", docs=_DOCS)
def bundle(
    grant: Grant, incident: str, audience: Tlp = Tlp.GREEN, *, recipient: str = "", named: bool = False,
    synthetic: bool = False, form: Form = Form.STIX,
) -> Shared:  # fmt: skip
    """Return the indicators of an incident for a partner or circle (`recipient`), as far as it is told.

    Without one it is for whoever may read up to `audience`, which is GREEN at most. `named`: the organisation is named
    in it. `synthetic`: it is made up, for practice, and says so. Raises AccessError where the incident's label forbids
    it, and where the organisation has not agreed to be named.
    """
    with grant.write() as writer:
        found = known(grant, writer, incident)
        most = _addressed(writer, audience, recipient, named=named)
        made = bundle_of(writer, found, most, named=named, synthetic=synthetic, form=form)
        digest = hashlib.sha256(made.content).hexdigest()
        event = BundleMade(
            incident, made.id, digest, found.tlp, most, made.indicators, len(made.withheld), named, recipient
        )  # fmt: skip
        writer.append(grant.draft(event))
    return Shared(made.id, made.content.decode(), made.indicators, made.withheld)


def _addressed(reader: Reader, audience: Tlp, recipient: str, *, named: bool) -> Tlp:
    """Up to which label those are told who get it."""
    if named and ORGANISATION not in agreed(reader, [recipient] if recipient else []):
        raise AccessError(
            say("no consent of the organisation to be named to them is recorded"),
            say("Write it down first: `tocsin share consent add`."),
        )
    if recipient:
        return to(reader, recipient).way.ours
    if not readable(audience, Tlp.GREEN):
        raise AccessError(
            say("beyond TLP:GREEN it goes to those alone who were named"),
            say("Say which partner or circle gets it."),
        )
    return audience
