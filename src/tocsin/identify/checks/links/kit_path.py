"""A link to a place where stolen sites keep phishing pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_KIT: Final = re.compile(
    r"/(?:wp-(?:content|includes|admin)/(?:[\w.~%-]+/){0,6}[\w.~%-]*(?:\.(?:php|html?|zip)|/?$)|\.well-known/(?!acme|security|openid|assetlinks|apple)[\w.-]+"
    r"|cgi-sys/|~[\w-]+/[\w-]+/|webscr\b|signin/?cmd=|components/com_\w+/|sites/default/files/[\w/-]+\.php|images/[\w-]+\.php)",
    re.IGNORECASE,
)
_FILES: Final = re.compile(
    r"/wp-content/uploads/|admin-ajax|/wp-admin/(?:$|post\.php|profile)|\.(?:jpe?g|png|gif|pdf|css|js|docx?|xlsx?|mp3|mp4|webp|svg)$",
    re.IGNORECASE,
)


@check(
    id="link-stolen-site-path",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1584.006"),
    explain={
        "en": "A link leads into a corner of a site where only its software lives; that is where break-ins hide pages.",
        "ar": "يقود أحد الروابط إلى ركن من موقع لا توجد فيه إلا برمجياته، وفيه تُخفى صفحات المواقع المخترقة.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Here", "https://other.test/wp-content/themes/x/index.php")]),
        message(links=[("Here", "https://other.test/wp-includes/js/mail/")]),
    ],
    misses=lambda: [
        message(links=[("Here", "https://other.test/wp-content/uploads/2026/report.pdf")]),
        message(links=[("Here", "https://sender.example/wp-admin/post.php")]),
        message(links=[("Here", "https://other.test/2026/03/news.html")]),
    ],
)
def link_stolen_site_path(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Uploaded pictures and papers are normal; pages beside themes and modules are not."""
    for link in sites.foreign_links(mail, context):
        path = link.opened.path[:500]
        if len(path) > 8 and _KIT.search(path) and not _FILES.search(path):
            yield evidence(link.span, url=link.opened.raw)
