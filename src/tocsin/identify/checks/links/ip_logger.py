"""A link through a service that notes who opens it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import within
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

# What these services say of themselves on their own front pages: they show a visitor's IP address to whoever made the link.
_LOGGERS: Final = frozenset(
    """iplogger.com iplogger.org iplogger.ru iplogger.co iplogger.info iplogger.cn 2no.co yip.su iplis.ru maper.info
    ezstat.ru grabify.link grabify.org canarytokens.com blasze.com blasze.tk ps3cfw.com whatstheirip.com ipgrabber.ru
    iptracker.net iplocation.link""".split()
)


@check(
    id="link-ip-logger",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1598.003", "T1590.005"),
    explain={
        "en": "A link goes through a service that tells its maker where and with what the reader opened it.",
        "ar": "يمرّ أحد الروابط بخدمة تُعلم صاحبها من أين وبأي جهاز فُتح الرابط.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Photos", "https://iplogger.com/Q8A2D4")]),
        message(text="See https://grabify.link/ABC123"),
    ],
    misses=lambda: [
        message(links=[("Photos", "https://sender.example/iplogger.com")]),
    ],
)
def link_ip_logger(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Each host once."""
    for link in sites.sites(mail):
        if within(link.host, _LOGGERS):
            yield evidence(link.span, host=link.host)
