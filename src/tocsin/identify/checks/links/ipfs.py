"""A link through a gateway to IPFS."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import (
    within,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PATH: Final = re.compile(r"/ip[fn]s/(?:Qm|bafy|bafk|k51)[A-Za-z0-9]{20,}")


@check(
    id="link-ipfs",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.006"),
    explain={
        "en": "A link opens a page kept in a shared network from which no host can remove it.",
        "ar": "يفتح أحد الروابط صفحة محفوظة في شبكة مشتركة لا يستطيع أيّ مضيف إزالتها منها.",
    },
    needs="links",
    hits=lambda: [
        message(
            links=[("Open", "https://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi.ipfs.dweb.link/")]
        ),
        message(links=[("Open", "https://other.test/ipfs/QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG")]),
    ],
    misses=lambda: [
        message(links=[("Docs", "https://docs.ipfs.test/ipfs/install")]),
        message(links=[("Open", "https://other.test/files/QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG")]),
    ],
)
def link_ipfs(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Known gateways, and content ids in the path of any other."""
    for link in sites.foreign(mail, context):
        if within(link.host, sites.IPFS) or ("/ip" in link.opened.path and _PATH.search(link.opened.path)):
            yield evidence(link.span, host=link.host)
