"""Handing indicators on: what of an incident may leave, written as a STIX 2.1 bundle or as an event of MISP."""

from __future__ import annotations

import hashlib
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, use_case
from tocsin.app.parts.bundles import bundle_of
from tocsin.app.parts.indicators import known
from tocsin.app.rights import Right
from tocsin.model.event import BundleMade
from tocsin.model.exchange import Form
from tocsin.model.indicator import LeftOut
from tocsin.model.people import Tlp

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
    grant: Grant, incident: str, audience: Tlp = Tlp.GREEN, *, named: bool = False, synthetic: bool = False,
    form: Form = Form.STIX,
) -> Shared:  # fmt: skip
    """Return what `bundle` would, to be looked at before it is handed on. Nothing is noted in the log."""
    with grant.read() as reader:
        made = bundle_of(reader, known(grant, reader, incident), audience, named=named, synthetic=synthetic, form=form)
    return Shared(made.id, made.content.decode(), made.indicators, made.withheld)


@use_case(Right.SHARE, cli="share bundle", http="POST /v1/incidents/{incident}/bundle", docs=_DOCS)
def bundle(
    grant: Grant, incident: str, audience: Tlp = Tlp.GREEN, *, named: bool = False, synthetic: bool = False,
    form: Form = Form.STIX,
) -> Shared:  # fmt: skip
    """Return the indicators of an incident for those who may read up to `audience`.

    `named`: the organisation agrees to be named in it. `synthetic`: it is made up, for practice, and says so.
    Raises AccessError where the incident's label forbids it.
    """
    with grant.write() as writer:
        found = known(grant, writer, incident)
        made = bundle_of(writer, found, audience, named=named, synthetic=synthetic, form=form)
        digest = hashlib.sha256(made.content).hexdigest()
        event = BundleMade(
            incident, made.id, digest, found.tlp, audience, made.indicators, len(made.withheld), named
        )  # fmt: skip
        writer.append(grant.draft(event))
    return Shared(made.id, made.content.decode(), made.indicators, made.withheld)
