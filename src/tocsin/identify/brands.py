"""Names that attackers borrow most, and where mail in those names really comes from.

Compiled for this project from the organisations' own public pages (their help pages on how to recognise their mail)
and from general knowledge of which names are imitated. A line (continued where indented): names, comma-separated |
domains. `~` before a name: also an everyday word or a person's name, so it counts only alone or beside an office
word. `label.*`: the label under any public suffix, for groups that own their name in every country. `label-*`: the
label joined to a place's name, for groups of independent local banks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from tocsin.common.hosts import public_suffix, registrable, within
from tocsin.common.text import fold

_TABLE: Final = """
Microsoft, Microsoft 365, Office 365, Office365, Outlook Team, OneDrive, SharePoint, مايكروسوفت, مایکروسافت,
  מיקרוסופט | microsoft.* microsoftonline.com office.com office365.com outlook.com live.com sharepoint.com
  onmicrosoft.com azure.com sharepointonline.com linkedin.com skype.com xbox.com
Google, Gmail, Google Workspace, Google Drive, جوجل, قوقل, غوغل, گوگل, גוגל | google.* googlemail.com youtube.com
  gmail.com googlegroups.com withgoogle.com android.com chromium.org appspotmail.com
YouTube, يوتيوب, یوتیوب | youtube.com google.com googlegroups.com
~Apple, Apple ID, iCloud, iTunes, App Store, آبل, اپل آیدی | apple.* icloud.com me.com mac.com itunes.com
Amazon, Amazon Prime, Amazon AWS, Amazon Web Services, امازون, آمازون, אמזון | amazon.* amazonaws.com amazonses.com
  primevideo.com audible.com awscloud.com amazonpay.com a2z.com
Facebook, فيسبوك, فیسبوک, פייסבוק | facebook.com facebookmail.com fb.com meta.com instagram.com
Instagram, انستغرام, انستقرام, اینستاگرام, אינסטגרם | instagram.com facebookmail.com facebook.com meta.com
~Meta, Meta Business, Meta for Business | meta.com facebook.com facebookmail.com instagram.com fb.com
WhatsApp, واتساب, واتس اب, واتساپ, ווטסאפ | whatsapp.com facebook.com meta.com
~Telegram, تلگرام, تيليجرام | telegram.org t.me
~Signal Messenger, Signal Support | signal.org
LinkedIn, لينكد ان, لینکدین | linkedin.com
~Twitter, X Support, توییتر, تويتر | twitter.com x.com
TikTok, تيك توك, تیک تاک | tiktok.com tiktokv.com bytedance.com
Snapchat, سناب شات | snapchat.com snap.com
~Discord, Discord Support | discord.com discordapp.com
Skype | skype.com microsoft.com
~Zoom, Zoom Meetings | zoom.us zoom.com zoomgov.com
~Slack | slack.com slack-corp.com
Yahoo, Yahoo Mail, ياهو, یاهو | yahoo.* yahoo-inc.com yahooinc.com aol.com yahoogroups.com
AOL | aol.com yahooinc.com aol.net
Proton Mail, ProtonMail, Proton Support | proton.me protonmail.com protonvpn.com pm.me protonmail.ch
Zimbra | zimbra.com synacor.com
Roundcube | roundcube.net
cPanel | cpanel.net cpanel.com
GoDaddy, Go Daddy | godaddy.com secureserver.net
IONOS, 1&1 IONOS | ionos.* 1und1.de 1and1.com 1and1.org
Strato AG, Strato Kundenservice | strato.de strato.com
OVHcloud, OVH | ovh.com ovh.net ovhcloud.com ovh.*
Namecheap | namecheap.com
Squarespace | squarespace.com
WordPress | wordpress.com wordpress.org automattic.com
~Dropbox, Dropbox Sign, HelloSign | dropbox.com dropboxmail.com dropboxsign.com hellosign.com
~Box, Box Support | box.com
WeTransfer | wetransfer.com we.tl
DocuSign, Docu Sign | docusign.com docusign.net
~Adobe, Adobe Sign, Adobe Acrobat, Acrobat Sign | adobe.com adobesign.com echosign.com
GitHub | github.com githubsupport.com githubusercontent.com
~Zendesk | zendesk.com
QuickBooks, Intuit, Intuit QuickBooks | intuit.com quickbooks.com
Mailchimp | mailchimp.com mailchimpapp.net mailchimpapp.com mandrillapp.com intuit.com rsgsv.net mcsv.net
Salesforce | salesforce.com exacttarget.com
~Xero | xero.com
PayPal, پي بال, باي بال, پی پال, פייפאל | paypal.* paypalobjects.com xoom.com
~Venmo | venmo.com
~Cash App, CashApp | cash.app square.com squareup.com block.xyz
~Zelle | zellepay.com zelle.com
~Stripe | stripe.com
~Wise, TransferWise | wise.com transferwise.com
~Revolut | revolut.com
~Klarna | klarna.*
Western Union, ويسترن يونيون | westernunion.com wu.com
MoneyGram | moneygram.com
American Express, AmericanExpress, Amex | americanexpress.com aexp.com americanexpress.* amex.com
~Visa, Visa Card, فيزا | visa.com visa.*
Mastercard, MasterCard, ماستركارد | mastercard.com mastercard.* mastercard.us
~Chase, Chase Bank, Chase Online, JPMorgan Chase | chase.com jpmorgan.com jpmorganchase.com
Bank of America, BankofAmerica | bankofamerica.com bofa.com ml.com
Wells Fargo, WellsFargo | wellsfargo.com
~Citi, Citibank | citi.com citibank.* citigroup.com
Capital One, CapitalOne | capitalone.com
U.S. Bank, US Bank | usbank.com
~Discover Card | discover.com
Navy Federal | navyfederal.org
Charles Schwab | schwab.com
~Fidelity Investments | fidelity.com
HSBC | hsbc.* hsbcgroup.com
Barclays, Barclaycard | barclays.* barclaycard.* barclaysus.com
Lloyds Bank | lloydsbank.* lloydsbanking.com lloydsbankinggroup.com
~NatWest | natwest.* natwestgroup.com rbs.co.uk
~Halifax Bank | halifax.co.uk
~Nationwide Building Society | nationwide.co.uk
Royal Bank of Canada, RBC Royal Bank | rbc.com royalbank.com
TD Bank, TD Canada Trust | td.com tdbank.com
Scotiabank | scotiabank.com
Interac, Interac e-Transfer | interac.ca
Commonwealth Bank, CommBank | cba.com.au commbank.com.au
~Westpac | westpac.com.au
State Bank of India | sbi.co.in onlinesbi.sbi statebankofindia.com
HDFC Bank | hdfcbank.com hdfcbank.net hdfcbank.bank.in
ICICI Bank | icicibank.com
Deutsche Bank | db.com deutsche-bank.de deutschebank.*
Postbank | postbank.de
Commerzbank | commerzbank.de commerzbank.com
Sparkasse, Sparkassen | sparkasse-* sparkasse.de sparkassen.de dsgv.de s-kreditpartner.de sparkasse.at
Volksbank, Volksbanken, Raiffeisenbank, VR-Bank, VR Bank | volksbank-* raiffeisenbank-* vr-* volksbank.de vr.de
  vr-bank.de bvr.de volksbank-raiffeisenbank.de raiffeisen.at raiffeisen.ch volksbank.at
ING-DiBa, ING DiBa | ing.de ing.com ing-diba.de
DKB, Deutsche Kreditbank | dkb.de
comdirect | comdirect.de
~Targobank, Consorsbank | targobank.de consorsbank.de
N26 | n26.com
PostFinance | postfinance.ch
UBS | ubs.com
Swisscom, Bluewin | swisscom.com swisscom.ch bluewin.ch
BNP Paribas | bnpparibas.* bnpparibas mabanque.bnpparibas
Crédit Agricole | credit-agricole.fr credit-agricole.com ca-paris.fr
Société Générale | socgen.com societegenerale.fr societegenerale.com sg.fr
La Banque Postale, Banque Postale | labanquepostale.fr
Crédit Mutuel | creditmutuel.fr creditmutuel.com e-i.com
Caisse d'Epargne, Caisse d’Epargne | caisse-epargne.fr bpce.fr
Boursorama, BoursoBank | boursorama.fr boursorama.com boursobank.com
Assurance Maladie, Ameli, CPAM, Carte Vitale | ameli.fr assurance-maladie.fr
Impôts, DGFiP, Direction générale des Finances publiques | impots.gouv.fr dgfip.finances.gouv.fr gouv.fr
La Poste, Colissimo, Chronopost | laposte.fr laposte.net laposte.info chronopost.fr colissimo.fr notif-laposte.info
Mondial Relay | mondialrelay.fr mondialrelay.com
SFR, Bouygues Telecom | sfr.fr bouyguestelecom.fr
BBVA | bbva.* bbva
CaixaBank | caixabank.* lacaixa.es
~Santander, Banco Santander | santander.* gruposantander.com
Banco Sabadell | bancsabadell.com bancosabadell.com sabadell.com
Bankinter | bankinter.com
Agencia Tributaria | agenciatributaria.gob.es agenciatributaria.es correo.aeat.es
Correos, Correos Express | correos.es correos.com correosexpress.com correos.cl correosdemexico.gob.mx
Bancolombia | bancolombia.com.co bancolombia.com
Banamex, Citibanamex | banamex.com citibanamex.com
Mercado Libre, MercadoLibre, Mercado Livre, MercadoLivre, Mercado Pago, MercadoPago | mercadolibre.*
  mercadolivre.com.br mercadopago.* mercadolivre.com
Bradesco, Banco Bradesco | bradesco.com.br bradesco bradescoseguros.com.br
Itaú, Itau Unibanco, Banco Itau | itau.com.br itau-unibanco.com.br itaucard.com.br
Banco do Brasil | bb.com.br
Caixa Econômica, Caixa Economica Federal | caixa.gov.br
Nubank, Nu Bank | nubank.com.br nu.com.br
~Banco Inter, PicPay, PagBank, PagSeguro | bancointer.com.br inter.co picpay.com pagbank.com.br pagseguro.com.br
  uol.com.br
Correios | correios.com.br correios.gov.br
Receita Federal, gov.br, Detran, Serasa | gov.br serasa.com.br serasaexperian.com.br
~Livelo | livelo.com.br pontoslivelo.com.br
Magazine Luiza, Magalu | magazineluiza.com.br magalu.com magalu.com.br
CTT Expresso, CTT Correios | ctt.pt
Caixa Geral de Depósitos, Millennium BCP, Novo Banco | cgd.pt millenniumbcp.pt novobanco.pt
Poste Italiane, PostePay | poste.it posteitaliane.it postepay.it
Intesa Sanpaolo, UniCredit | intesasanpaolo.com unicredit.it unicredit.eu
Agenzia delle Entrate, INPS | agenziaentrate.it agenziaentrate.gov.it inps.it
Aruba | aruba.it staff.aruba.it arubapec.it
Rabobank, ABN AMRO | rabobank.* abnamro.* abnamro.com
PostNL | postnl.nl postnl.be
DigiD, Belastingdienst, MijnOverheid | digid.nl belastingdienst.nl mijn.overheid.nl overheid.nl logius.nl
bpost | bpost.be
PostNord | postnord.* postnord.com
DHL, DHL Express, DHL Paket, دي اتش ال, دی اچ ال | dhl.* deutschepost.de dpdhl.com dhlparcel.nl dhl
FedEx, Federal Express, فيديكس | fedex.com fedex.*
UPS, UPS Express, United Parcel Service | ups.com upsemail.com ups.*
USPS, U.S. Postal Service, US Postal Service | usps.com usps.gov
Royal Mail, RoyalMail | royalmail.com royalmail.co.uk
Evri | evri.com hermes-europe.co.uk
~Hermes Paket, Hermes Versand | hermesworld.com myhermes.de hlg.de
DPD, DPD Paket | dpd.* dpdgroup.com dpdlocal.co.uk geopost.com
GLS, GLS Paket | gls-group.com gls-group.eu gls-pakete.de gls-germany.com
Deutsche Post | deutschepost.de dhl.de dpdhl.com dhl.com
Australia Post, AusPost | auspost.com.au
Canada Post, Postes Canada | canadapost.ca canadapost-postescanada.ca
Aramex, ارامكس, أرامكس | aramex.com aramex.net
Saudi Post, سبل, البريد السعودي | splonline.com.sa sp.com.sa spl.com.sa
Emirates Post, بريد الإمارات | emiratespost.ae epg.ae epgl.ae 7x.ae
Israel Post, דואר ישראל | israelpost.co.il postil.com
Iran Post, شرکت ملی پست | post.ir
Netflix, نتفليكس, نتفلیکس, נטפליקס | netflix.com netflix.net
Spotify, سبوتيفاي | spotify.com
Disney+, Disney Plus, DisneyPlus | disneyplus.com disney.com go.com disney.*
~Hulu, HBO Max, Paramount+, Paramount Plus, Prime Video | hulu.com hulumail.com hbomax.com max.com hbo.com
  paramountplus.com paramount.com primevideo.com amazon.*
~Steam, Steam Support | steampowered.com valvesoftware.com
PlayStation | playstation.com sony.com playstation.net
~Roblox, Epic Games | roblox.com epicgames.com
eBay | ebay.* ebaystatic.com
AliExpress, Alibaba | aliexpress.com alibaba.com alibaba-inc.com aliyun.com
~Temu, SHEIN | temu.com temuemail.com shein.com sheinmail.com shein.*
Walmart, Costco, ~Target Stores, Home Depot, Lowe's, Best Buy, CVS Pharmacy, Walgreens, Kohl's | walmart.com
  costco.com target.com homedepot.com lowes.com bestbuy.com cvs.com walgreens.com kohls.com
Lidl, Kaufland, Aldi, EDEKA, REWE, ~Rossmann, Saturn Markt, MediaMarkt, Media Markt, ~Penny Markt, OTTO Versand |
  lidl.* kaufland.* aldi.* aldi-sued.de aldi-nord.de edeka.de rewe.de rewe-group.com rossmann.de saturn.de
  mediamarkt.* penny.de otto.de hofer.at
Carrefour, Leroy Merlin, Decathlon, Auchan, Leclerc, Cdiscount, Fnac | carrefour.* leroymerlin.* decathlon.*
  auchan.* leclerc.* e-leclerc.com cdiscount.com fnac.com
IKEA | ikea.* ingka.com
Tesco, Sainsbury's, Argos | tesco.com sainsburys.co.uk argos.co.uk
Tupperware, Makita, ~Stanley Tools, DeWalt, Milwaukee Tool | tupperware.* makita.* stanleytools.com dewalt.com
  milwaukeetool.com
T-Mobile, Telekom, Deutsche Telekom, ~Magenta | t-mobile.* telekom.* telekom.de t-online.de magenta.at
Verizon, AT&T, Xfinity, Comcast, ~Spectrum | verizon.com verizonwireless.com att.com att.net xfinity.com
  comcast.com comcast.net spectrum.com charter.com
Vodafone | vodafone.*
O2 Germany, Telefónica, Movistar | o2.de o2online.de telefonica.* movistar.*
Etisalat, e& UAE, اتصالات | etisalat.ae etisalat.eg eand.com
STC, اس تي سي | stc.com.sa stcpay.com.sa stc.com.bh
Norton, Norton LifeLock, NortonLifeLock | norton.com nortonlifelock.com gendigital.com symantec.com lifelock.com
McAfee, MacAfee | mcafee.com
Avast, AVG, TotalAV, Total AV, Kaspersky, Bitdefender, Malwarebytes | avast.com avg.com totalav.com kaspersky.*
  bitdefender.com malwarebytes.com
Geek Squad, GeekSquad | geeksquad.com bestbuy.com
Coinbase | coinbase.com
Binance, بينانس, بایننس | binance.com binance.*
MetaMask, Meta Mask | metamask.io consensys.io consensys.net
Trust Wallet, TrustWallet | trustwallet.com
~Ledger, Ledger Live, Ledger Wallet, Ledger Support | ledger.com ledger.fr
~Trezor | trezor.io satoshilabs.com
Kraken Exchange, KuCoin, Crypto.com, Bitpanda, Bitstamp, Blockchain.com, OpenSea, Uniswap | kraken.com kucoin.com
  crypto.com bitpanda.com bitstamp.net blockchain.com opensea.io uniswap.org
~Exodus Wallet, Phantom Wallet, MyEtherWallet, WalletConnect, Wallet Connect | exodus.com exodus.io phantom.com
  phantom.app myetherwallet.com walletconnect.com walletconnect.network
Booking.com, Airbnb, Expedia, TripAdvisor | booking.com airbnb.* expedia.com expediagroup.com tripadvisor.com
~Uber, Uber Eats | uber.com
Lufthansa, Deutsche Bahn | lufthansa.com deutschebahn.com bahn.de
~Internal Revenue Service, IRS | irs.gov
HMRC, HM Revenue | hmrc.gov.uk gov.uk
Social Security Administration, Medicare | ssa.gov medicare.gov cms.gov
Canada Revenue Agency | cra-arc.gc.ca canada.ca
Australian Taxation Office, myGov, Medicare Australia | ato.gov.au my.gov.au servicesaustralia.gov.au
ELSTER, Bundeszentralamt für Steuern, Finanzamt | elster.de bzst.de bzst.bund.de finanzamt.de bund.de bayern.de nrw.de
Bank Hapoalim, בנק הפועלים | bankhapoalim.co.il poalim.co.il
Bank Leumi, בנק לאומי, לאומי קארד | leumi.co.il bankleumi.co.il
Isracard, ישראכרט, Cal Online, כאל, Bit, ביט תשלומים | isracard.co.il cal-online.co.il bitpay.co.il max.co.il
Bank Mellat, بانک ملت, بانک ملی, Bank Melli | bankmellat.ir bmi.ir
Divar, دیوار, Digikala, دیجی کالا | divar.ir digikala.com
Al Rajhi Bank, مصرف الراجحي, بنك الراجحي, الراجحي | alrajhibank.com.sa alrajhibank.com
SNB AlAhli, البنك الأهلي, الأهلي المصري, National Bank of Egypt | alahli.com nbe.com.eg snb.com
Emirates NBD, الإمارات دبي الوطني | emiratesnbd.com
QNB, بنك قطر الوطني | qnb.com qnb.com.qa
Absher, أبشر, منصة أبشر, Nafath, نفاذ, توكلنا | absher.sa moi.gov.sa nafath.sa iam.gov.sa tawakkalna.sa sdaia.gov.sa
UAE Pass, الهوية الرقمية | uaepass.ae
Standard Bank, Absa, Nedbank, FNB South Africa | standardbank.co.za absa.co.za nedbank.co.za fnb.co.za
"""

_OFFICE: Final = frozenset(
    """account accounts admin alert alerts app bank billing business card care center centre club customer delivery
    department desk device devices exchange express help helpdesk id inc info invoice live login mail maintenance
    message messenger noreply notice notification notifications official online order orders pay payment payments
    reward rewards safety secure security service services shipping sign sign-in store subscription support system team
    update updates verification verify wallet web winner konto kundenservice kundendienst sicherheit zahlung konten
    benachrichtigung gutschein gewinnspiel paket versand rechnung service-team conta contas atendimento seguranca
    suporte fatura entrega banco cartao pontos clientes cuenta soporte seguridad facturacion envio tarjeta compte
    securite assistance facture livraison client clients carte banque الدعم دعم امن الامن حساب خدمه خدمة فريق بنك
    پشتیبانی امنیت حساب تیم بانک תמיכה אבטחה חשבון צוות שירות בנק""".split()
)
_OFFICE_FOLDED: Final = frozenset(fold(word) for word in _OFFICE)
_WORD: Final = re.compile(r"[^\W_]+(?:[.&+'’-][^\W_]+)*\+?")
_MAX_NAME: Final = 200
_MAX_HOST: Final = 255


class KnownBrand(Struct, frozen=True):
    """A name that is imitated, with the domains its mail really comes from."""

    name: str
    domains: tuple[str, ...]
    labels: tuple[str, ...]
    """Labels that are the brand's under every public suffix (`amazon` for `amazon.*`)."""
    regional: tuple[str, ...] = ()
    """Labels that local members join to a place's name (`sparkasse` for `sparkasse-bremen`)."""

    def owns(self, host: str) -> bool:
        """Whether `host` is one of the brand's own."""
        if within(host, self.domains):
            return True
        label = _label(registrable(host))
        if label in self.labels:
            return True
        words = label.split("-") if self.regional else []
        return any(word in words for word in self.regional) and not _OFFICE_FOLDED.intersection(words)


def _label(domain: str) -> str:
    """The label before the public suffix of a registrable domain."""
    return domain.partition(".")[0]


@cache
def known_brands() -> tuple[KnownBrand, ...]:
    """Return all brands of the table. Brands that share a line share its domains."""
    return tuple(brand for _, _, brand in _entries())


def _entries() -> Iterator[tuple[str, bool, KnownBrand]]:
    """Yield (folded name, whether it is also an everyday word, brand) for every name of the table."""
    for line in _TABLE.strip().replace("\n  ", " ").splitlines():
        names, _, rest = line.partition("|")
        domains = tuple(word for word in rest.split() if not word.endswith("*"))
        labels = tuple(word[:-2] for word in rest.split() if word.endswith(".*"))
        regional = tuple(word[:-2] for word in rest.split() if word.endswith("-*"))
        for name in names.split(","):
            plain = name.strip()
            yield (
                fold(plain.lstrip("~")),
                plain.startswith("~"),
                KnownBrand(plain.lstrip("~"), domains, labels, regional),
            )


@cache
def _index() -> dict[str, list[tuple[tuple[str, ...], bool, KnownBrand]]]:
    """Names by their first word: (all words, everyday word, brand), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], bool, KnownBrand]]] = {}
    for name, everyday, brand in _entries():
        words = tuple(_WORD.findall(name))
        found.setdefault(words[0], []).append((words, everyday, brand))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


@lru_cache(maxsize=8192)
def brands_in(text: str, *, prose: bool = False) -> tuple[KnownBrand, ...]:
    """Return the brands that a short text (a display name, a subject) names, in order, each once.

    In `prose` a name that is also an everyday word never counts; otherwise it counts alone or beside an office word.
    """
    index = _index()
    words = [piece for word in _WORD.findall(fold(text[:_MAX_NAME])) for piece in _pieces(word, index)]
    found: dict[str, KnownBrand] = {}
    for position, word in enumerate(words):
        for entry, everyday, brand in index.get(word, ()):
            if tuple(words[position : position + len(entry)]) != entry:
                continue
            rest = words[:position] + words[position + len(entry) :]
            if not everyday or (not prose and all(other in _OFFICE_FOLDED for other in rest)):
                found.setdefault(brand.name, brand)
            break
    return tuple(found.values())


def _pieces(word: str, index: dict[str, list[tuple[tuple[str, ...], bool, KnownBrand]]]) -> list[str]:
    """A word as it is where a name begins so, else cut at its dots (`netflix.com`)."""
    return [word] if "." not in word or word in index else word.split(".")


@lru_cache(maxsize=8192)
def brands_of(host: str) -> tuple[KnownBrand, ...]:
    """Return the brands whose own domain `host` is (or lies below); a whole public suffix (`gov.br`) is nobody's."""
    if len(host) > _MAX_HOST:
        return ()
    by_domain, by_label = _owners()
    found: list[KnownBrand] = []
    piece = host
    while piece:
        found += by_domain.get(piece, ())
        label, _, rest = piece.partition(".")
        if label in by_label and piece == registrable(host):
            found += by_label[label]
        piece = rest
    return tuple(dict.fromkeys(found))


@cache
def _owners() -> tuple[dict[str, list[KnownBrand]], dict[str, list[KnownBrand]]]:
    by_domain: dict[str, list[KnownBrand]] = {}
    by_label: dict[str, list[KnownBrand]] = {}
    for brand in known_brands():
        for domain in brand.domains:
            if domain != public_suffix(domain):
                by_domain.setdefault(domain, []).append(brand)
        for label in brand.labels:
            by_label.setdefault(label, []).append(brand)
    return by_domain, by_label


@cache
def brand_labels() -> dict[str, KnownBrand]:
    """Return the labels (before the public suffix) of all brand domains, with one brand each."""
    labels: dict[str, KnownBrand] = {}
    for brand in known_brands():
        for label in brand.labels:
            labels.setdefault(label, brand)
        for domain in brand.domains:
            labels.setdefault(_label(registrable(domain)), brand)
    return labels
