"""What stands in registrations of many strangers: services that hide who registered a name, and that serve names.

Compiled from the services' own documentation and the answers of their WHOIS and RDAP servers, November 2026.
"""

from __future__ import annotations

import re
from typing import Final

from tocsin.common.hosts import registrable

_HIDDEN: Final = re.compile(
    r"privacy|private(?! limited| ltd)|proxy|proxies|redact|withheld|whois|mask|disclos|protect|anonym|hidden|njalla|"
    r"not available|not applicable|on behalf of|gdpr|statutory|data removed|hostmaster|(?:domain|dns) admin|"
    r"^(?:registrant|individual|private person|none|unknown|n\.?/?a\.?|[-*. ]*)$|"
    r"^(?:namecheap|godaddy|tucows|gandi|ovh)\b"
)
"""How services that hide a registrant, and registries that do not tell one, name it. A registrant whose own name has
such a word links nothing either: that is the side to err on."""
_SERVERS: Final = frozenset(
    """cloudflare.com foundationdns.com foundationdns.net foundationdns.org azure-dns.com azure-dns.net azure-dns.org
    azure-dns.info googledomains.com google.com domaincontrol.com registrar-servers.com nsone.net dnsimple.com
    dnsimple-edge.net digitalocean.com linode.com ovh.net ovh.ca anycast.me gandi.net ui-dns.com ui-dns.org ui-dns.biz
    ui-dns.de wixdns.net squarespacedns.com name-services.com dynect.net ultradns.com ultradns.net ultradns.org
    ultradns.biz hichina.com dnspod.net alidns.com bluehost.com hostgator.com dns-parking.com namebrightdns.com
    worldnic.com register.com porkbun.com vercel-dns.com he.net afraid.org cloudns.net akam.net akamaiedge.net
    rackspace.com yandexcloud.net yandex.net yandex.ru reg.ru nic.ru beget.com beget.ru timeweb.ru timeweb.org name.com
    dreamhost.com siteground.net sitegroundns.com fastly.net netlify.com shopify.com wordpress.com parkingcrew.net
    sedoparking.com bodis.com above.com njal.la njalla.fo njalla.no dynadot.com epik.com namesilo.com dnsowl.com
    hover.com tucows.com systemdns.com enom.com hostinger.com one.com ionos.com strato.de hetzner.com hetzner.de
    orderbox-dns.com web-hosting.com namecheaphosting.com dnsv2.com topdns.com zoneedit.com constellix.com cscdns.net
    a2hosting.com desec.io freenom.com sweb.ru your-server.de infomaniak.ch loopia.se transip.net
    transip.nl inwx.de""".split()
)
"""Services whose name servers many strangers use."""
_NUMBERED: Final = re.compile(r"awsdns-\d+\.(?:com|net|org|co\.uk)")


def hides_who(registrant: str) -> bool:
    """Say whether a registrant, in lower case, is a service that hides who it is, or nobody."""
    return _HIDDEN.search(registrant) is not None


def serves_many(host: str) -> bool:
    """Say whether a name server is one of a service that many strangers use."""
    name = registrable(host)
    return name in _SERVERS or _NUMBERED.fullmatch(name) is not None
