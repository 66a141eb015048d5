"""What a message shows of who made it, by which incidents are compared: addresses, digests and shapes, no words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from tocsin.common.hosts import SENDING_PLATFORMS, within
from tocsin.common.shapes import header_order, host_shape, made_up, page_make, url_template
from tocsin.common.similar import byte_bands, text_bands
from tocsin.identify.authentication import authentication
from tocsin.identify.files import File, file_links, files
from tocsin.identify.mail import Hop, Link, Mail
from tocsin.identify.qr import codes
from tocsin.identify.route import PROVIDERS, family, is_private, sending_hop
from tocsin.identify.sites import is_known
from tocsin.identify.traces import address_key, hour_of, is_tips, mailer_of, plain, zone_of
from tocsin.model.context import Context
from tocsin.model.operation import FileTraits, LinkTraits, MailTraits
from tocsin.model.profile import Profile
from tocsin.model.verdict import Danger, Verdict

_MAX_LINKS: Final = 20
_MAX_FILES: Final = 10
_PICTURES: Final = frozenset(("png", "jpeg", "gif", "bmp", "webp", "tiff", "ico"))
_SHIFT: Final = 6
"""Hours of a part of the day."""
_FARTHEST: Final = 14 * 60
"""Minutes that a clock can lie from UTC."""


def traits_of(message: str, mail: Mail, verdict: Verdict, context: Context) -> MailTraits | None:
    """Return what a message with the id `message` shows of who made it; None for mail from or to sources."""
    if is_tips(mail, context.profile):
        return None
    hop = None if _is_discussed(mail) else _entered(mail, context.profile)
    return MailTraits(
        message=message,
        sender=address_key(mail),
        vouched=authentication(mail, context).aligned,
        reply_to=_reply_to(mail),
        links=tuple(dict.fromkeys(_links(mail)))[:_MAX_LINKS],
        files=tuple(dict.fromkeys(_files(mail)))[:_MAX_FILES],
        lure=text_bands(mail.own_words),
        address=_address(hop) if hop else "",
        helo=host_shape(plain(hop.helo, 253)) if hop else "",
        headers=header_order(field.key for field in mail.message.headers),
        mailer=mailer_of(mail) if mail.mailer else "",
        boundary=made_up(plain(mail.message.root.params.get("boundary", ""), 200)),
        message_id=made_up(plain(mail.message_id.partition("@")[0], 200)),
        pattern=_pattern(mail, verdict, context.profile),
        hours=_hours(mail),
    )


def _entered(mail: Mail, profile: Profile) -> Hop | None:
    """The stamp with which it came in from outside: where hops are trusted, the oldest of theirs without a gap."""
    found: Hop | None = None
    for hop in mail.hops:
        if not within(hop.by, profile.organisation.trusted_hops):
            break
        if not within(hop.host or hop.helo, profile.organisation.trusted_hops):
            found = hop
    return found or sending_hop(mail)


def _is_discussed(mail: Mail) -> bool:
    """Whether it came through a discussion list, whose machine and reply address are not the writer's."""
    return bool({"list-post", "list-id"} & mail.header_names) or mail.header("precedence").strip().lower() == "list"


def _reply_to(mail: Mail) -> tuple[str, ...]:
    several = () if _is_discussed(mail) else mail.reply_to[:3]
    return tuple(plain(address.email, 320) for address in several if "@" in address.email)


def _address(hop: Hop) -> str:
    """Where it came from; "" for machines that send for many, by the name that the receiver found for them."""
    shared = family(hop.host) in PROVIDERS or within(hop.host, SENDING_PLATFORMS) or is_known(hop.host)
    return "" if shared or is_private(hop.address) else hop.address


def _links(mail: Mail) -> Iterator[LinkTraits]:
    several: tuple[Link, ...] = (*mail.web_links, *file_links(mail), *codes(mail))
    for link in several:
        if link.host:
            yield LinkTraits(plain(link.host, 253), plain(url_template(link.opened), 200))


def _files(mail: Mail) -> Iterator[FileTraits]:
    shown = {attachment.part.path for attachment in mail.attachments if attachment.inline}
    for file in files(mail):
        if file.data and file.part not in shown and file.kind not in _PICTURES:
            yield FileTraits(hashlib.sha256(file.data).hexdigest(), byte_bands(file.data), _make(file))


def _make(file: File) -> str:
    if not file.is_page:
        return ""
    page = file.page
    return page_make(page.inputs, page.forms, page.scripts, len(page.embedded))


def _pattern(mail: Mail, verdict: Verdict, profile: Profile) -> str:
    """By which techniques, in which language, it wanted what of whom; "" where nothing speaks against it."""
    against = [finding for finding in verdict.findings if finding.weight > 0]
    wanted = {finding.danger.value for finding in against} - {Danger.NONE.value}
    techniques = {technique for finding in against for technique in finding.attack}
    parts = ("+".join(sorted(wanted)), "+".join(sorted(techniques)), mail.language, _targets(mail, profile))
    return " ".join(parts) if wanted else ""


def _targets(mail: Mail, profile: Profile) -> str:
    """What kind of people it is for, of those that the profile knows; no names. "" where it knows none of them."""
    several = {address.email for address in mail.recipients}
    found = set[str]()
    for person in profile.person:
        official, private = several.intersection(person.addresses), several.intersection(person.private_addresses)
        found |= {name for name, is_so in (("official", official), ("private", private)) if is_so}
        found |= {"high-risk"} if person.high_risk and (official or private) else set()
    return "+".join(sorted(found))


def _hours(mail: Mail) -> str:
    """The part of the day by UTC, and the clock's distance to UTC in minutes; "" where either is unknown."""
    hour, zone = hour_of(mail), zone_of(mail)
    return f"{hour // _SHIFT * _SHIFT:02} {zone:+}" if hour >= 0 and zone != 0 and abs(zone) <= _FARTHEST else ""
