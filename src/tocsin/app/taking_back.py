"""Taking back what was shared: everywhere it lies, and at the next sending wherever it went."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import retracting
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.exchange import Feed
from tocsin.model.sentence import say

_DOCS: Final = "howto/share-by-taxii.md#take-something-back"


class TakenBack(Struct, frozen=True):
    """Where an object is revoked now."""

    collections: tuple[str, ...]
    feeds: tuple[Feed, ...]
    """Collections of other servers that these are sent to: they are told with the next `share push`."""


@use_case(Right.SHARE, cli="share take-back", http="POST /v1/objects/{identity}/revocation", docs=_DOCS)
def take_back(grant: Grant, identity: str, reason: str) -> TakenBack:
    """Revoke an object that the organisation put into its collections, in all of them; the reason stays here.

    Partners that read a collection get a newer version that says that it is taken back. Raises NotFoundError for what
    lies in no collection as the organisation's own, or was taken back before.
    """
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write what is wrong with it."))
    with grant.write() as writer:
        if not retracting.standing(writer, identity):
            raise missing(identity)
        collections = retracting.take_back(grant, writer, identity, reason.strip())
        if not collections:
            raise InputError(
                say("this has no versions, and cannot be revoked"),
                say("Take back the indicator or the relationship that names it."),
            )
        feeds = (one for one in writer.shelves.feeds() if one.sends and one.collection in collections)
        return TakenBack(collections, tuple(feeds))
