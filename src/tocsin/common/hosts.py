"""Host names: registrable domains, normal forms, and groups of domains that matter to a judgement.

The short lists are facts compiled for this project from the providers' own public documentation; they name who runs a
service, not who is bad.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import Final

import idna
import tldextract

# Reserved names (RFC 2606, RFC 6761) count as suffixes, so that examples and drills behave like real domains.
_RESERVED: Final = ("example", "test", "invalid")
_EXTRACT: Final = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, extra_suffixes=_RESERVED)
_EXTRACT_PRIVATE: Final = tldextract.TLDExtract(
    suffix_list_urls=(), cache_dir=None, extra_suffixes=_RESERVED, include_psl_private_domains=True
)

_HOST: Final = re.compile(
    r"[a-z0-9_]([a-z0-9_-]{0,62}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,62}[a-z0-9_])?)*\.?", re.IGNORECASE
)


@lru_cache(maxsize=65_536)
def registrable(host: str) -> str:
    """Return the registrable domain of a host name by the public suffix list (ICANN part), or the host itself."""
    return _EXTRACT(host).top_domain_under_public_suffix or host


@lru_cache(maxsize=65_536)
def tenant(host: str) -> str:
    """Return what one customer of a shared host controls (public suffix list with its private part).

    `a.web.app` and `b.web.app` are two tenants of one registrable domain.
    """
    return _EXTRACT_PRIVATE(host).top_domain_under_public_suffix or host


@lru_cache(maxsize=65_536)
def public_suffix(host: str) -> str:
    """Return the public suffix ("co.uk", "com"), or "" for an address or a name without a known one."""
    return _EXTRACT(host).suffix


@lru_cache(maxsize=65_536)
def to_unicode(host: str) -> str:
    """Return the host with its punycode labels decoded for display; unchanged where they are not valid."""
    if "xn--" not in host:
        return host
    labels = []
    for label in host.split("."):
        try:
            labels.append(idna.ulabel(label) if label.startswith("xn--") else label)
        except (idna.IDNAError, UnicodeError):
            labels.append(label)
    return ".".join(labels)


@lru_cache(maxsize=65_536)
def to_ascii(host: str) -> str:
    """Return the host in lower-case ASCII (IDNA 2008 with UTS 46 mapping); unchanged where it cannot be encoded."""
    if host.isascii():
        return host.lower().rstrip(".")
    try:
        return idna.encode(host, uts46=True).decode("ascii").rstrip(".")
    except (idna.IDNAError, UnicodeError):
        return host.lower().rstrip(".")


@lru_cache(maxsize=65_536)
def address_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the IP address that a URL host means, also in the odd forms browsers accept (`0x7f.1`, `2130706433`)."""
    text = host.strip("[]").rstrip(".")
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return _inet_aton(text)


def _inet_aton(text: str) -> ipaddress.IPv4Address | None:
    """The forms of the WHATWG URL standard's IPv4 parser: one to four numbers, decimal, octal or hexadecimal."""
    pieces = text.split(".")
    if not 1 <= len(pieces) <= 4:
        return None
    numbers = []
    for piece in pieces:
        if not re.fullmatch(r"0[xX][0-9a-fA-F]{1,8}|\d{1,11}", piece):
            return None
        try:
            base = 16 if piece[:2] in ("0x", "0X") else 8 if piece[0] == "0" and len(piece) > 1 else 10
            numbers.append(int(piece, base))
        except ValueError:
            return None
    *front, last = numbers
    if any(n > 255 for n in front) or last >= 256 ** (5 - len(numbers)):
        return None
    value = last
    for index, number in enumerate(front):
        value += number << (8 * (3 - index))
    return ipaddress.IPv4Address(value)


def is_host(text: str) -> bool:
    """Whether `text` is a syntactically possible host name with at least one dot and a known public suffix."""
    if "." not in text or len(text) > 253:
        return False
    ascii_host = to_ascii(text)
    return _HOST.fullmatch(ascii_host) is not None and public_suffix(ascii_host) != ""


def within(host: str, domains: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether `host` is one of `domains` or below one of them."""
    if not domains or len(host) > 255:  # no host is longer (RFC 1035), and it would be slow to take apart
        return host in domains
    for name in _lineage(host):  # noqa: SIM110 - `any` costs three times as much, and this is asked often
        if name in domains:
            return True
    return False


@lru_cache(maxsize=65_536)
def _lineage(host: str) -> tuple[str, ...]:
    """The host and every name above it."""
    labels = host.split(".")
    return tuple(".".join(labels[number:]) for number in range(len(labels)))


WEBMAIL: Final = frozenset(
    """gmail.com googlemail.com yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.fr yahoo.de yahoo.es yahoo.com.br
    yahoo.it yahoo.ca yahoo.in yahoo.co.in yahoo.co.jp hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.es
    hotmail.it outlook.com outlook.de outlook.fr outlook.es outlook.com.br outlook.sa live.com live.co.uk live.fr
    live.nl msn.com aol.com aim.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com
    tutanota.de tuta.io tuta.com tutamail.com mailfence.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de
    freenet.de mail.com email.com mail.ru inbox.ru bk.ru list.ru internet.ru yandex.com yandex.ru ya.ru rambler.ru
    zoho.com zohomail.com fastmail.com fastmail.fm hushmail.com riseup.net disroot.org posteo.de posteo.net mailbox.org
    laposte.net orange.fr wanadoo.fr free.fr sfr.fr libero.it virgilio.it tiscali.it uol.com.br bol.com.br terra.com.br
    ig.com.br globo.com qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net walla.co.il walla.com
    chmail.ir mail.ir mailo.com cock.li guerrillamail.com mailinator.com yopmail.com inbox.lv abv.bg seznam.cz wp.pl
    o2.pl onet.pl interia.pl ukr.net i.ua meta.ua rediffmail.com btinternet.com comcast.net verizon.net att.net
    sbcglobal.net cox.net bigpond.com optusnet.com.au shaw.ca rogers.com sympatico.ca""".split()
)
"""Domains under which anybody can open a mailbox."""

SHORTENERS: Final = frozenset(
    """bit.ly bitly.com tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly
    tiny.cc tiny.one s.id lnkd.in soo.gd clck.ru u.to qr.ae adf.ly shorte.st bl.ink short.io x.gd n9.cl urlz.fr
    tinyurl.me l.ead.me qrco.de qr.link me-qr.com kutt.it shrtco.de gg.gg bit.do mcaf.ee trib.al dlvr.it t2m.io
    surl.li shorturl.gg tny.im wa.link linktr.ee urlr.me did.li 2u.pw 2cm.es n.pr qrs.ly ouo.io encurtador.com.br
    abre.ai acesse.one encr.pw yun.ir b2n.ir zaya.io opizo.com kurz.link""".split()
)
"""Services that answer a short link with a redirect to anywhere."""

SHARED_HOSTS: Final = frozenset(
    """web.app firebaseapp.com appspot.com sites.google.com docs.google.com drive.google.com forms.gle script.google.com
    storage.googleapis.com firebasestorage.googleapis.com googleusercontent.com blogspot.com run.app page.link
    github.io gitlab.io githubusercontent.com pages.dev workers.dev r2.dev trycloudflare.com netlify.app vercel.app
    herokuapp.com onrender.com fly.dev surge.sh glitch.me repl.co replit.app replit.dev railway.app deno.dev
    ngrok.io ngrok-free.app ngrok.app loca.lt serveo.net azurewebsites.net azurestaticapps.net azureedge.net
    azurefd.net blob.core.windows.net web.core.windows.net cloudapp.azure.com cloudapp.net sharepoint.com
    1drv.ms onedrive.live.com forms.office.com forms.microsoft.com sway.office.com sway.cloud.microsoft
    s3.amazonaws.com amazonaws.com cloudfront.net amplifyapp.com awsapps.com elasticbeanstalk.com
    digitaloceanspaces.com ondigitalocean.app linodeobjects.com backblazeb2.com wasabisys.com myqcloud.com
    aliyuncs.com ipfs.io dweb.link cf-ipfs.com cloudflare-ipfs.com nftstorage.link w3s.link fleek.co fleek.cool
    4everland.app
    weebly.com weeblysite.com wix.com wixsite.com wixstudio.io squarespace.com webflow.io wordpress.com godaddysites.com
    jimdosite.com jimdofree.com yolasite.com strikingly.com mystrikingly.com webnode.page webwave.dev tilda.ws
    carrd.co notion.site notion.so canva.com canva.site gitbook.io readme.io typedream.app framer.app framer.website
    softr.app bubbleapps.io glide.page typeform.com jotform.com jotform.me formstack.com wufoo.com cognitoforms.com
    123formbuilder.com formsite.com surveymonkey.com hsforms.com airtable.com smartsheet.com zohopublic.com
    zfrmz.com padlet.com evernote.com dropbox.com dropboxusercontent.com box.com wetransfer.com we.tl
    mediafire.com mega.nz files.fm anonfiles.com telegra.ph te.legra.ph medium.com tumblr.com livejournal.com
    sites.hubspot.com hubspotpagebuilder.com hubspotpagebuilder.eu unbouncepages.com instapage.com clickfunnels.com
    myshopify.com square.site systeme.io mailchi.mp beehiiv.com substack.com ghost.io 000webhostapp.com byethost.com
    infinityfreeapp.com rf.gd epizy.com duckdns.org no-ip.org ddns.net hopto.org zapto.org servehttp.com sytes.net
    myftp.org dynv6.net cprapid.com plesk.page temporary.site hostingersite.com mybluehost.me
    myactivedirectory.com lovable.app base44.app""".split()
)
"""Hosts under which anybody can publish a page, a form or a file; their domain says nothing about who did."""

SENDING_PLATFORMS: Final = frozenset(
    """sendgrid.net sendgrid.com amazonses.com mailgun.org mailgun.net mailchimpapp.net mcsv.net mcdlv.net rsgsv.net
    mandrillapp.com sparkpostmail.com sparkpost.com mailjet.com mlsend.com mailerlite.com sendinblue.com
    brevo.com brevosend.com constantcontact.com ccsend.com hubspotemail.net hubspot.com klaviyomail.com
    createsend.com cmail19.com cmail20.com exacttarget.com salesforce.com pardot.com marketo.com mktomail.com
    mktdns.com postmarkapp.com elasticemail.com smtp2go.com sendpulse.com activehosted.com acems1.com
    getresponse.com aweber.com benchmarkemail.com customeriomail.com intercom-mail.com zendesk.com freshdesk.com
    zohocampaigns.com campaign-archive.com list-manage.com ngpvan.com actionnetwork.org nationbuilder.com
    bsd.net bluestatedigital.com docusign.net docusign.com shopifyemail.com substack.com beehiiv.com
    convertkit.com ck.page ontraport.com infusionmail.com keap.com responsys.net cheetahmail.com bluehornet.com
    emsecure.net tiledesk.com""".split()
)
"""Platforms that send for many customers: authentication of the platform is not authentication of the customer."""

DYNAMIC_DNS: Final = frozenset(
    """3322.org 3322.net f3322.org f3322.net 2288.org 6600.org 7766.org 8800.org 8866.org 9966.org pubyun.com
    eicp.net gicp.net oicp.net vicp.cc vicp.net xicp.cn xicp.net dynamic-dns.net dynamicdns.co.uk
    dynamicdns.org.uk dns-dns.com ddns.info ddns.mobi ddns.ms ddns.us changeip.co changeip.name changeip.net
    changeip.org dnsfailover.net dynssl.com mypop3.net mypop3.org onedumb.com 1dumb.com 25u.com 4dq.com
    4mydomain.com 4pu.com acmetoy.com almostmy.com dsmtp.com esmtp.biz freetcp.com freewww.info itsaol.com
    jkub.com justdied.com lflink.com lflinkup.com longmusic.com mefound.com mrbasic.com mrface.com myftp.info
    mymom.info mynumber.org mysecondarydns.com myz.info ns01.biz ns01.info ns01.us ns02.biz ns02.info ns02.us
    ocry.com organiccrap.com otzo.com proxydns.com qhigh.com qpoe.com rebatesrule.net sendsmtp.com serveusers.com
    sixth.biz squirly.info toythieves.com trickip.net trickip.org wikaba.com xxuz.com youdontcare.com zyns.com
    zzux.com mooo.com chickenkiller.com strangled.net us.to ignorelist.com crabdance.com jumpingcrab.com
    twilightparadox.com dtdns.net dns2go.com dnsdynamic.com dnsd.me dynu.net dynu.com ddnsfree.com ddnsgeek.com
    freeddns.org mywire.org webredirect.org accesscam.org casacam.net camdvr.org giize.com gleeze.com kozow.com
    loseyourip.com ooguy.com theworkpc.com dyndns.org dyndns.info dyndns.biz dyndns.tv gotdns.com homeip.net
    homelinux.com homeunix.com no-ip.com no-ip.org no-ip.info no-ip.biz noip.me hopto.org zapto.org sytes.net
    redirectme.net myvnc.com servebeer.com serveblog.net serveftp.com servegame.com servehttp.com duckdns.org
    dynv6.net afraid.org""".split()
)
"""Under which anybody can have a name for a machine at home: the names below them belong to as many people."""
