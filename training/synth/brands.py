"""Well-known senders and their true domains: facts, since attackers claim these names and the real ones write too.

Columns: name, domains (first is the web site's), groups, languages whose speakers get its mail ("" is everybody).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from training.synth.schema import Lang


@dataclass(frozen=True, slots=True)
class Brand:
    """A real organisation that writes to many people."""

    name: str
    domains: tuple[str, ...]
    """The site's domain first, then others that it sends from."""
    groups: frozenset[str]
    langs: frozenset[str]
    """Empty: known everywhere."""

    @property
    def domain(self) -> str:
        """The domain of its site."""
        return self.domains[0]

    @property
    def mail_domain(self) -> str:
        """The domain it sends mail from."""
        return self.domains[-1]


_TABLE = """
Microsoft|microsoft.com accountprotection.microsoft.com|account cloud tech mailbox|
Microsoft 365|microsoft.com email.microsoftonline.com|account cloud office mailbox|
OneDrive|onedrive.live.com sharepointonline.com|cloud office|
SharePoint|sharepoint.com sharepointonline.com|cloud office|
Microsoft Teams|teams.microsoft.com email.teams.microsoft.com|office meeting|
Outlook|outlook.com|mailbox account|
Google|google.com accounts.google.com|account cloud tech mailbox|
Google Drive|drive.google.com google.com|cloud office|
Google Calendar|calendar.google.com google.com|meeting|
Gmail|gmail.com google.com|mailbox account|
Apple|apple.com email.apple.com|account tech shop|
iCloud|icloud.com email.apple.com|cloud account mailbox|
Yahoo|yahoo.com cc.yahoo-inc.com|account mailbox|
Proton|proton.me notify.proton.me|mailbox account cloud|
Dropbox|dropbox.com dropboxmail.com|cloud office account|
Box|box.com|cloud office|
WeTransfer|wetransfer.com|cloud office|
Adobe|adobe.com mail.adobe.com|cloud office software|
Docusign|docusign.com docusign.net|sign office|
Dropbox Sign|hellosign.com mail.hellosign.com|sign|
Zoom|zoom.us|meeting office|
Slack|slack.com|office dev|
Notion|notion.so mail.notion.so|office|
Canva|canva.com engage.canva.com|office software|
Trello|trello.com|office|
GitHub|github.com|dev account|
GitLab|gitlab.com mg.gitlab.com|dev account|
Jira|atlassian.com atlassian.net|dev office|
Facebook|facebook.com facebookmail.com|social account|
Instagram|instagram.com mail.instagram.com|social account|
Meta|meta.com support.facebook.com|social ads|
WhatsApp|whatsapp.com support.whatsapp.com|social account|
LinkedIn|linkedin.com|social account jobs|
X|x.com|social account|
TikTok|tiktok.com service.tiktok.com|social account|
YouTube|youtube.com|social streaming|
Telegram|telegram.org|social|
Signal|signal.org|social|
Discord|discord.com discordapp.com|social account|
Reddit|reddit.com redditmail.com|social|
Quora|quora.com|social|
Netflix|netflix.com mailer.netflix.com|streaming|
Disney+|disneyplus.com mail.disneyplus.com|streaming|
Spotify|spotify.com|streaming|
Amazon Prime|primevideo.com amazon.com|streaming|
HBO Max|hbomax.com mail.hbomax.com|streaming|
DAZN|dazn.com dazncontact.com|streaming|de es fr pt
Steam|steampowered.com|shop account games|
Amazon|amazon.com|shop account market|en ar he
Amazon|amazon.de|shop account market|de
Amazon|amazon.es|shop account market|es
Amazon|amazon.fr|shop account market|fr
Amazon|amazon.com.br|shop account market|pt
Amazon|amazon.ae|shop market|ar
eBay|ebay.com reply.ebay.com|shop market account|en
eBay|ebay.de|shop market|de
Etsy|etsy.com mail.etsy.com|shop market|en
Zalando|zalando.de|shop|de
OTTO|otto.de|shop|de
MediaMarkt|mediamarkt.de|shop prize|de
Lidl|lidl.de newsletter.lidl.de|shop prize|de
REWE|rewe.de|shop prize|de
Kaufland|kaufland.de|shop prize|de
ALDI|aldi-sued.de|shop prize|de
IKEA|ikea.com|shop prize|
Decathlon|decathlon.com|shop prize|
Lufthansa|lufthansa.com newsletter.lufthansa.com|airline prize|de en
Ryanair|ryanair.com|airline|en de es fr pt
Booking.com|booking.com|travel account|
Airbnb|airbnb.com|travel account|
Emirates|emirates.com|airline|ar en
Qatar Airways|qatarairways.com|airline|ar en
El Al|elal.com|airline|he
Deutsche Bahn|bahn.de|travel|de
SNCF Connect|sncf-connect.com|travel|fr
Renfe|renfe.com|travel|es
LATAM|latam.com|airline|pt es
Walmart|walmart.com|shop prize|en
Costco|costco.com|shop prize|en
Target|target.com|shop prize|en
Lowe's|lowes.com|shop prize|en
Home Depot|homedepot.com|shop prize|en
Tesco|tesco.com|shop prize|en
Best Buy|bestbuy.com|shop tech|en
Ace Hardware|acehardware.com|shop prize|en
CVS|cvs.com|shop prize pharmacy|en
Dick's Sporting Goods|dickssportinggoods.com|shop prize|en
Leroy Merlin|leroymerlin.fr|shop prize|fr
Carrefour|carrefour.fr|shop prize|fr
Fnac|fnac.com|shop|fr
Cdiscount|cdiscount.com|shop market|fr
El Corte Inglés|elcorteingles.es|shop prize|es
Mercadona|mercadona.es|shop prize|es
Mercado Libre|mercadolibre.com|shop market|es
Mercado Livre|mercadolivre.com.br|shop market account|pt
Magazine Luiza|magazineluiza.com.br|shop prize|pt
Americanas|americanas.com.br|shop prize|pt
Casas Bahia|casasbahia.com.br|shop|pt
Shopee|shopee.com.br|shop market|pt
Noon|noon.com|shop market|ar
Digikala|digikala.com|shop market|fa
Snapp|snapp.ir|travel shop|fa
Divar|divar.ir|market|fa
Jarir|jarir.com|shop prize|ar
Wix|wix.com|web software|he en
KSP|ksp.co.il|shop|he
DHL|dhl.com|parcel|
DHL|dhl.de|parcel|de
FedEx|fedex.com|parcel|
UPS|ups.com|parcel|
USPS|usps.com|parcel post|en
Royal Mail|royalmail.com|parcel post|en
Evri|evri.com|parcel|en
Canada Post|canadapost.ca|parcel post|en fr
Australia Post|auspost.com.au|parcel post|en
Hermes|myhermes.de|parcel|de
DPD|dpd.de|parcel|de
GLS|gls-group.eu|parcel|de es
Deutsche Post|deutschepost.de|parcel post|de
Österreichische Post|post.at|parcel post|de
Die Schweizerische Post|post.ch|parcel post|de fr
La Poste|laposte.fr|parcel post|fr
Chronopost|chronopost.fr|parcel|fr
Colissimo|colissimo.fr laposte.fr|parcel|fr
Mondial Relay|mondialrelay.fr|parcel|fr
Correos|correos.es|parcel post|es
SEUR|seur.com|parcel|es
Correios|correios.com.br|parcel post|pt
CTT|ctt.pt|parcel post|pt
Jadlog|jadlog.com.br|parcel|pt
Aramex|aramex.com|parcel|ar en
SMSA Express|smsaexpress.com|parcel|ar
Emirates Post|emiratespost.ae|parcel post|ar
Iran Post|post.ir|parcel post|fa
Tipax|tipaxco.com|parcel|fa
Israel Post|israelpost.co.il|parcel post|he
PayPal|paypal.com|pay account|
Stripe|stripe.com|pay|
Wise|wise.com|pay bank|
Revolut|revolut.com|pay bank|
Western Union|westernunion.com|pay|
Klarna|klarna.com klarna.de|pay|de en
American Express|americanexpress.com welcome.americanexpress.com|card bank|en de fr es
Visa|visa.com|card|
Mastercard|mastercard.com|card|
Chase|chase.com|bank|en
Bank of America|bankofamerica.com|bank|en
Wells Fargo|wellsfargo.com|bank|en
Citi|citi.com|bank card|en
Capital One|capitalone.com|bank card|en
HSBC|hsbc.co.uk|bank|en
Barclays|barclays.co.uk|bank|en
Lloyds Bank|lloydsbank.co.uk|bank|en
NatWest|natwest.com|bank|en
Santander|santander.co.uk|bank|en
RBC Royal Bank|rbc.com|bank|en
Commonwealth Bank|commbank.com.au|bank|en
Sparkasse|sparkasse.de|bank|de
Volksbanken Raiffeisenbanken|vr.de|bank|de
Deutsche Bank|deutsche-bank.de|bank|de
Commerzbank|commerzbank.de|bank|de
Postbank|postbank.de|bank|de
ING|ing.de|bank|de
DKB|dkb.de|bank|de
comdirect|comdirect.de|bank|de
N26|n26.com|bank|de fr es
Targobank|targobank.de|bank|de
Raiffeisen|raiffeisen.ch|bank|de
Consorsbank|consorsbank.de|bank|de
Crédit Agricole|credit-agricole.fr|bank|fr
BNP Paribas|bnpparibas.fr mabanque.bnpparibas|bank|fr
Société Générale|societegenerale.fr|bank|fr
La Banque Postale|labanquepostale.fr|bank|fr
Caisse d'Epargne|caisse-epargne.fr|bank|fr
Boursorama|boursorama.com|bank|fr
Banco Santander|bancosantander.es|bank|es
BBVA|bbva.es bbva.com|bank|es
CaixaBank|caixabank.es|bank|es
Banco Sabadell|bancsabadell.com|bank|es
Bankinter|bankinter.com|bank|es
Banco de Chile|bancochile.cl|bank|es
Bancolombia|bancolombia.com|bank|es
Banco do Brasil|bb.com.br|bank points|pt
Bradesco|bradesco.com.br|bank card|pt
Itaú|itau.com.br|bank card points|pt
Caixa Econômica Federal|caixa.gov.br|bank|pt
Nubank|nubank.com.br|bank card|pt
Santander Brasil|santander.com.br|bank card|pt
Banco Inter|bancointer.com.br inter.co|bank|pt
Livelo|livelo.com.br|points prize|pt
Smiles|smiles.com.br|points airline|pt
Esfera|esfera.com.vc|points|pt
Serasa|serasa.com.br|credit|pt
Millennium bcp|millenniumbcp.pt|bank|pt
Al Rajhi Bank|alrajhibank.com.sa|bank|ar
Saudi National Bank|alahli.com|bank|ar
Emirates NBD|emiratesnbd.com|bank|ar
National Bank of Egypt|nbe.com.eg|bank|ar
Bank Mellat|bankmellat.ir|bank|fa
Bank Melli|bmi.ir|bank|fa
Bank Pasargad|bpi.ir|bank|fa
Bank Hapoalim|bankhapoalim.co.il|bank|he
Bank Leumi|leumi.co.il|bank|he
Discount Bank|discountbank.co.il|bank|he
Coinbase|coinbase.com|crypto|
Binance|binance.com|crypto|
Kraken|kraken.com|crypto|
MetaMask|metamask.io|crypto wallet|
Ledger|ledger.com|crypto wallet|
Trezor|trezor.io|crypto wallet|
Trust Wallet|trustwallet.com|crypto wallet|
Blockchain.com|blockchain.com|crypto wallet|
OpenSea|opensea.io|crypto|
Uniswap|uniswap.org|crypto|
Ripple|ripple.com|crypto|
Crypto.com|crypto.com|crypto|
Bitpanda|bitpanda.com|crypto|de
Nobitex|nobitex.ir|crypto|fa
Norton|norton.com|antivirus|
McAfee|mcafee.com|antivirus|
Avast|avast.com|antivirus|
Bitdefender|bitdefender.com|antivirus|
Kaspersky|kaspersky.com|antivirus|
NordVPN|nordvpn.com|vpn antivirus|
GoDaddy|godaddy.com|domain web|
Namecheap|namecheap.com|domain web|
IONOS|ionos.com|domain web mailbox|en
IONOS|ionos.de|domain web mailbox|de
STRATO|strato.de|domain web mailbox|de
OVHcloud|ovhcloud.com|domain web|fr
Gandi|gandi.net|domain web|fr en
Hostinger|hostinger.com|domain web|
Locaweb|locaweb.com.br|domain web mailbox|pt
Cloudflare|cloudflare.com notify.cloudflare.com|web dev|
cPanel|cpanel.net|mailbox web|
Zimbra|zimbra.com|mailbox|
Roundcube|roundcube.net|mailbox|
GMX|gmx.net|mailbox telecom|de
WEB.DE|web.de|mailbox telecom|de
T-Online|t-online.de telekom.de|mailbox telecom|de
Telekom|telekom.de|telecom|de
Vodafone|vodafone.de|telecom|de
1&1|1und1.de|telecom|de
Orange|orange.fr|telecom mailbox|fr
Free|free.fr|telecom mailbox|fr
SFR|sfr.fr|telecom mailbox|fr
Movistar|movistar.es|telecom|es
Vivo|vivo.com.br|telecom|pt
Claro|claro.com.br|telecom|pt
UOL|uol.com.br|mailbox telecom|pt
AT&T|att.com att-mail.com|telecom mailbox|en
Verizon|verizon.com|telecom|en
Xfinity|xfinity.com|telecom|en
BT|bt.com|telecom mailbox|en
EE|ee.co.uk|telecom|en
STC|stc.com.sa|telecom|ar
Etisalat|etisalat.ae|telecom|ar
Irancell|irancell.ir|telecom|fa
Bezeq|bezeq.co.il|telecom|he
IRS|irs.gov|tax|en
HMRC|hmrc.gov.uk|tax|en
GOV.UK|gov.uk notifications.service.gov.uk|state fine|en
Canada Revenue Agency|canada.ca cra-arc.gc.ca|tax|en
myGov|my.gov.au|tax state|en
E-ZPass|e-zpassny.com|toll|en
SunPass|sunpass.com|toll|en
DVLA|gov.uk dvla.gov.uk|fine state|en
Social Security Administration|ssa.gov|state|en
Medicare|medicare.gov|state health|en
Bundeszentralamt für Steuern|bzst.de bzst.bund.de|tax|de
ELSTER|elster.de|tax|de
FinanzOnline|bmf.gv.at|tax|de
Zoll|zoll.de|fine state|de
Rundfunkbeitrag|rundfunkbeitrag.de|state fine|de
ADAC|adac.de|prize insurance|de
AOK|aok.de|health|de
impots.gouv.fr|impots.gouv.fr dgfip.finances.gouv.fr|tax|fr
Ameli|ameli.fr assurance-maladie.fr|health state|fr
ANTAI|antai.gouv.fr|fine|fr
CAF|caf.fr|state|fr
Agencia Tributaria|agenciatributaria.gob.es correo.aeat.es|tax|es
DGT|dgt.gob.es dgt.es|fine|es
Seguridad Social|seg-social.es|state health|es
SAT|sat.gob.mx|tax|es
Receita Federal|receita.fazenda.gov.br|tax|pt
Detran SP|detran.sp.gov.br|fine|pt
gov.br|gov.br acesso.gov.br|state tax|pt
Sem Parar|semparar.com.br|toll|pt
Autoridade Tributária|portaldasfinancas.gov.pt at.gov.pt|tax|pt
Absher|absher.sa|state fine|ar
Dubai Police|dubaipolice.gov.ae|fine|ar
Salik|salik.ae|toll|ar
Israel Tax Authority|taxes.gov.il|tax|he
Kvish 6|kvish6.co.il|toll|he
Shopify|shopify.com|shop web|
Mailchimp|mailchimp.com|web software|
Intuit QuickBooks|quickbooks.intuit.com notification.intuit.com|invoice office|en
Xero|xero.com post.xero.com|invoice|en
FreshBooks|freshbooks.com|invoice|en
Lexware|lexware.de|invoice|de
ActBlue|actblue.com|donate|en
GoFundMe|gofundme.com|donate|
Change.org|change.org|donate petition|
Indeed|indeed.com|jobs|
StepStone|stepstone.de|jobs|de
InfoJobs|infojobs.net|jobs|es pt
1Password|1password.com|password software|
Bitwarden|bitwarden.com|password software|
LastPass|lastpass.com|password software|
Doodle|doodle.com|meeting|
Calendly|calendly.com|meeting|
Eventbrite|eventbrite.com|events|
Meetup|meetup.com|events|
SurveyMonkey|surveymonkey.com|survey|
Substack|substack.com|news|
Medium|medium.com|news|
The Guardian|theguardian.com|news|en
The New York Times|nytimes.com|news|en
Der Spiegel|spiegel.de|news|de
Die Zeit|zeit.de|news|de
Le Monde|lemonde.fr|news|fr
El País|elpais.com|news|es
Folha de S.Paulo|folha.com.br|news|pt
Al Jazeera|aljazeera.net|news|ar
BBC Persian|bbc.com|news|fa
Haaretz|haaretz.co.il|news|he
Uber|uber.com|travel|
Bolt|bolt.eu|travel|
Blizzard|blizzard.com|games account|
Roblox|roblox.com|games account|
Duolingo|duolingo.com|software|
Allianz|allianz.de|insurance|de
State Farm|statefarm.com|insurance|en
AARP|aarp.org|prize|en
Omaha Steaks|omahasteaks.com|prize shop|en
Yeti|yeti.com|prize shop|en
DeWalt|dewalt.com|prize|en
Makita|makita.com|prize|
Milwaukee|milwaukeetool.com|prize|
Samsung|samsung.com|prize tech shop|
Sephora|sephora.com|prize shop|
Starbucks|starbucks.com|prize|
Tupperware|tupperware.com|prize|
Stanley|stanley1913.com|prize|
"""


def _read(line: str) -> Brand:
    name, domains, groups, langs = line.split("|")
    return Brand(name, tuple(domains.split()), frozenset(groups.split()), frozenset(langs.split()))


BRANDS: tuple[Brand, ...] = tuple(_read(line) for line in _TABLE.split("\n") if line)
GROUPS: frozenset[str] = frozenset(group for brand in BRANDS for group in brand.groups)


@cache
def brands_of(groups: tuple[str, ...], lang: Lang) -> tuple[Brand, ...]:
    """The brands of any of these groups that write to speakers of a language.

    Raises:
        LookupError: nobody does.
    """
    wanted = frozenset(groups)
    found = tuple(b for b in BRANDS if b.groups & wanted and (not b.langs or lang in b.langs))
    if not found:
        raise LookupError(f"no brand of {sorted(wanted)} writes in {lang}")
    return found
