"""The bundle of an incident, as far as its label, and who must not be named, allow."""

from __future__ import annotations

from msgspec import Struct

from tocsin.app.parts.indicators import Known
from tocsin.app.parts.warnings import listed
from tocsin.app.ports import Reader
from tocsin.formats import misp, stix
from tocsin.identify.sites import is_known
from tocsin.model.event import Purpose
from tocsin.model.exchange import Form
from tocsin.model.indicator import LeftOut
from tocsin.model.people import Tlp
from tocsin.share.bundle import Origin, bundle
from tocsin.share.policy import admit, released


class Made(Struct, frozen=True):
    """A STIX 2.1 bundle or an event of MISP, and what is not in it."""

    id: str
    content: bytes
    indicators: int
    withheld: tuple[LeftOut, ...]


def bundle_of(
    reader: Reader, known: Known, audience: Tlp, *, named: bool, synthetic: bool, form: Form = Form.STIX
) -> Made:
    """Return the bundle for those who may read up to `audience`. Raises AccessError.

    An event of MISP is made of the bundle: what may not stand in the one does not stand in the other.
    """
    item = known.item
    admit(known.tlp, audience, named=known.is_label_known)
    given, withheld = released(
        known.indicators, known.profile, is_known, listed(reader, Purpose.NEVER_SHARED), named=named
    )  # fmt: skip
    origin = Origin(
        log=reader.log.id,
        incident=item.incident,
        opened_at=item.opened_at,
        changed_at=known.changed_at,
        messages=len(known.records),
        tlp=known.tlp,
        name=known.profile.organisation.name if named else "",
        synthetic=synthetic,
    )
    name, content = bundle(origin, given)
    if form is Form.MISP:
        (event,) = misp.write(stix.read(content).objects).events
        name, content = event.uuid, event.body
    return Made(name, content, len(given), withheld)
