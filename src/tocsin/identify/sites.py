"""What the link checks share: which sites a message leads to, whose they are, and what kind of place they are."""

from __future__ import annotations

import base64
import binascii
import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_network
from itertools import islice
from typing import Final
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from tocsin.common.hosts import SENDING_PLATFORMS, SHORTENERS, address_of, registrable, within
from tocsin.common.text import fold, fold_pattern
from tocsin.common.urls import Url
from tocsin.identify.brands import brands_of
from tocsin.identify.lookalike import resembles_brand, resembles_profile
from tocsin.identify.mail import Link, Mail
from tocsin.identify.memo import once_a_mail
from tocsin.model.context import Context
from tocsin.model.profile import Profile

# Hosts on which anybody publishes pages at no cost. From the providers' own documentation.
FREE_PAGES: Final = frozenset(
    """web.app firebaseapp.com appspot.com run.app cloudfunctions.net sites.google.com script.google.com blogspot.com
    page.link github.io gitlab.io pages.dev workers.dev r2.dev netlify.app vercel.app herokuapp.com onrender.com fly.dev
    surge.sh glitch.me repl.co replit.app replit.dev railway.app deno.dev azurewebsites.net azurestaticapps.net
    azureedge.net azurefd.net cloudapp.azure.com amplifyapp.com elasticbeanstalk.com ondigitalocean.app
    weebly.com weeblysite.com wixsite.com wixstudio.io webflow.io godaddysites.com jimdosite.com jimdofree.com
    yolasite.com strikingly.com mystrikingly.com webnode.page webwave.dev carrd.co notion.site canva.site typedream.app
    framer.app framer.website softr.app bubbleapps.io glide.page telegra.ph hubspotpagebuilder.com
    hubspotpagebuilder.eu unbouncepages.com square.site systeme.io 000webhostapp.com byethost.com infinityfreeapp.com
    rf.gd epizy.com free.nf cprapid.com plesk.page temporary.site hostingersite.com mybluehost.me lovable.app base44.app
    sway.office.com sway.cloud.microsoft""".split()
)
"""Hosts under which a whole page can be published without paying and without showing a passport."""

BUCKETS: Final = frozenset(
    """storage.googleapis.com firebasestorage.googleapis.com blob.core.windows.net web.core.windows.net
    s3.amazonaws.com digitaloceanspaces.com linodeobjects.com backblazeb2.com wasabisys.com myqcloud.com aliyuncs.com
    r2.dev objects.githubusercontent.com""".split()
)
"""Stores for files, which serve a page as readily as a picture."""

FORMS: Final = frozenset(
    """docs.google.com/forms forms.gle forms.office.com forms.microsoft.com typeform.com jotform.com jotform.me
    formstack.com wufoo.com cognitoforms.com 123formbuilder.com formsite.com surveymonkey.com hsforms.com zfrmz.com
    formspree.io tally.so""".split()
)
"""Services with which anybody makes a form that asks for anything."""

TUNNELS: Final = frozenset(
    "trycloudflare.com ngrok.io ngrok-free.app ngrok.app ngrok-free.dev loca.lt serveo.net localhost.run lhr.life "
    "bore.pub pagekite.me telebit.cloud devtunnels.ms zrok.io pinggy.io pinggy.link".split()
)
"""Services that show somebody's own computer to the world under a temporary name."""

DYNAMIC: Final = frozenset(
    """duckdns.org no-ip.org no-ip.com no-ip.biz ddns.net hopto.org zapto.org servehttp.com sytes.net myftp.org
    myftp.biz dynv6.net dynu.net dyndns.org dyndns.info freeddns.org serveftp.com redirectme.net bounceme.net
    gotdns.ch ddnsfree.com ddnsking.com mywire.org chickenkiller.com mooo.com kozow.com webredirect.org
    accesscam.org camdvr.org theworkpc.com gleeze.com""".split()
)
"""Dynamic DNS: names that follow a changing address at home, or a server that moves every day."""

IPFS: Final = frozenset(
    "ipfs.io dweb.link cf-ipfs.com cloudflare-ipfs.com nftstorage.link w3s.link fleek.co fleek.cool 4everland.app "
    "4everland.io infura-ipfs.io mypinata.cloud gateway.pinata.cloud ipfs.dweb.link filebase.io on-fleek.app".split()
)
"""Gateways to IPFS, where a page cannot be taken down by its host."""

_CREDENTIAL_PATH: Final = re.compile(
    r"(?:^|[/_.?&=-])(?:log-?in|sign-?in|signon|sso|owa|webmail|verify|verification|verificar|confirm|validat\w{1,4}|"
    r"auth\w{0,12}|secure|unlock|webscr|passwor[dt]\w?|2fa|mfa|acesso|acceso|anmeld\w{2,4}|connexion)(?:$|[/_.?&=-])",
    re.IGNORECASE,
)
_LURE: Final = re.compile(
    fold_pattern(
        r"(?:^|\W)(?:verif[yi]\w*|confirm\w*|sign ?in|log ?in|log ?on|unlock|restore|re-?activate|validate|"
        r"update (?:your|account|payment|billing|now|here)|release|review (?:message|document|activity|now|and sign)|"
        r"(?:view|open|read|listen|access|download|get|see) (?:\w+ ){0,2}(?:document|file|message|invoice|voicemail|"
        r"fax|statement|shared)\w*|keep (?:\w+ ){0,2}password|claim|secure (?:my|your) account|"
        r"reset (?:\w+ ){0,2}password|"
        r"pay now|schedule (?:\w+ ){0,2}delivery|allow messages|deliver messages|anmelden|einloggen|bestatigen|"
        r"verifizieren|aktualisieren|freischalten|se connecter|me connecter|connexion|confirmer|verifier|mettre a jour|"
        r"valider|debloquer|iniciar sesion|acceder|ingresar|verificar|confirmar|actualizar|validar|desbloquear|"
        r"reclamar|acessar|regularizar|efetuar|atualizar|resgatar|تسجيل الدخول|تاكيد|تحقق|التحقق|تحديث|تفعيل|"
        r"استعادة|فتح المستند|عرض المستند|ورود به|وارد شوید|تایید|فعال ?سازی|بازیابی|مشاهده سند|התחבר\w*|אמת|אימות|"
        r"עדכן|שחזר|צפה במסמך)(?:\W|$)"
    )
)

_FOREIGN: Final[WeakKeyDictionary[Mail, tuple[Context, tuple[Link, ...], tuple[Link, ...]]]] = WeakKeyDictionary()


@once_a_mail
def sites(mail: Mail) -> tuple[Link, ...]:
    """Return one web link for each host that is opened in the end, in order."""
    first: dict[str, Link] = {}
    for link in mail.web_links:
        first.setdefault(link.host, link)
    return tuple(first.values())


def circle(profile: Profile) -> tuple[str, ...]:
    """Return the domains of the organisation and its partners."""
    return profile.organisation.domains + tuple(domain for p in profile.partner for domain in p.domains)


def foreign(mail: Mail, context: Context) -> tuple[Link, ...]:
    """Return of `sites` those that are neither the sender's own, nor ours or a partner's."""
    return _foreign(mail, context)[0]


def foreign_links(mail: Mail, context: Context) -> tuple[Link, ...]:
    """Return every web link to a site of `foreign`, at most 200."""
    return _foreign(mail, context)[1]


def _foreign(mail: Mail, context: Context) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    known = _FOREIGN.get(mail)
    if known is None or known[0] is not context:
        ours = circle(context.profile)
        first = tuple(x for x in sites(mail) if x.domain != mail.sender_domain and not within(x.host, ours))
        hosts = {link.host for link in first}
        every = tuple(link for link in mail.web_links if link.host in hosts)[:200] if hosts else ()
        known = _FOREIGN[mail] = (context, first, every)
    return known[1], known[2]


@lru_cache(maxsize=8_192)
def is_lure(shown: str) -> bool:
    """Whether the words of a link are those of a button that starts a sign-in, a confirmation or a download."""
    return len(shown) <= 80 and _LURE.search(fold(shown)) is not None


@lru_cache(maxsize=16_384)
def asks_to_sign_in(path: str) -> bool:
    """Whether a path (with its query) names a sign-in or a confirmation."""
    return len(path) < 2_000 and _CREDENTIAL_PATH.search(path) is not None


def is_known(host: str) -> bool:
    """Whether a well-known company runs the host itself."""
    return bool(brands_of(host))


def same_owner(one: str, other: str) -> bool:
    """Whether two hosts belong to one registrable domain or to one well-known company."""
    if registrable(one) == registrable(other):
        return True
    return any(brand.owns(other) for brand in brands_of(one))


def is_documentation(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is of the ranges reserved for examples (RFC 5737, RFC 3849), which drills use."""
    return any(address in network for network in _DOCUMENTATION if network.version == address.version)


def is_tracker(mail: Mail, link: Link) -> bool:
    """Whether a link goes through what counts clicks for the sender: a sending platform, or the host of most links."""
    if within(link.host, SENDING_PLATFORMS):
        return True
    hosts = [other.host for other in mail.web_links]
    return len(hosts) >= _NEWSLETTER_LINKS and hosts.count(link.host) * 2 > len(hosts) and _varied(mail, link.host)


def _varied(mail: Mail, host: str) -> bool:
    """Whether the links to a host differ, as those of a tracker do; many links to one page are a lure."""
    return len({link.opened.raw for link in mail.web_links if link.host == host}) >= _NEWSLETTER_LINKS // 2


_NEWSLETTER_LINKS: Final = 6
_DOCUMENTATION: Final = tuple(map(ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")))
EVERYDAY: Final = frozenset(
    """apple orange chase office online live target zoom slack signal post steam stripe visa wise meta box square
    booking discover canada inter snap tesco shell cloud argos polaris ledger docs drive order store media local group
    people first world united national capital phantom trust express sport email index group union premier""".split()
)
"""Names of companies that are also everyday words: nothing follows from one inside a host or path."""


_ADDRESS: Final = re.compile(r"[\w.+-]{1,64}(?:@|%40)(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}", re.IGNORECASE)
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{12,200}")
_HEX: Final = re.compile(r"(?:[2-7][0-9a-f]){10,100}", re.IGNORECASE)
_LEAVE: Final = re.compile(
    r"unsub|opt-?out|optout|abmeld|desinscri|desuscri|descadastr|preferen|abbestell|manage|remove", re.IGNORECASE
)


@lru_cache(maxsize=4_096)
def carried_address(url: Url) -> str:
    """Return the e-mail address that a URL carries behind its host: plain, base64 or hexadecimal; else ""."""
    tail = f"{url.path}?{url.query}#{url.fragment}"[:2_000]
    plain = _ADDRESS.search(tail) if "@" in tail or "%40" in tail else None
    if plain is not None:
        return unquote(plain[0])
    for decoded in (*map(_from_base64, islice(_BASE64.findall(tail), 20)), *map(_from_hex, _HEX.findall(tail))):
        if _ADDRESS.fullmatch(decoded):
            return decoded
    return ""


def _from_base64(text: str) -> str:
    try:
        raw = base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_") + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return ""
    return raw.decode("ascii", "ignore") if b"@" in raw else ""


def _from_hex(text: str) -> str:
    return bytes.fromhex(text).decode("ascii", "ignore")


def leaves_a_list(link: Link) -> bool:
    """Whether a link is one to leave a mailing list or to set its preferences, by its words or its address."""
    return _LEAVE.search(link.shown) is not None or _LEAVE.search(link.opened.path + link.opened.query) is not None


def bad_place(link: Link, context: Context) -> str:
    """Return why a link opens a place that attackers like (`lookalike`, `shortened`, `free-page`, `address`), or ""."""
    if resembles_profile(link.host, context.profile) is not None or resembles_brand(link.host) is not None:
        return "lookalike"
    if link.domain in SHORTENERS:
        return "shortened"
    if within(link.host, FREE_PAGES) or within(link.host, TUNNELS) or within(link.host, IPFS):
        return "free-page"
    return "address" if link.host[-1:].isdigit() and address_of(link.host) is not None else ""
