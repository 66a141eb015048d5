"""Countries by their English names, for logs that write the name where others write the code of ISO 3166-1."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_NAMES: Final = """
AD andorra
AE united arab emirates
AF afghanistan
AG antigua and barbuda
AI anguilla
AL albania
AM armenia
AO angola
AQ antarctica
AR argentina
AS american samoa
AT austria
AU australia
AW aruba
AX aland islands
AZ azerbaijan
BA bosnia and herzegovina
BB barbados
BD bangladesh
BE belgium
BF burkina faso
BG bulgaria
BH bahrain
BI burundi
BJ benin
BL saint barthelemy
BM bermuda
BN brunei/brunei darussalam
BO bolivia/bolivia plurinational state of
BQ caribbean netherlands
BR brazil
BS bahamas
BT bhutan
BV bouvet island
BW botswana
BY belarus
BZ belize
CA canada
CC cocos keeling islands
CD congo kinshasa/democratic republic of the congo
CF central african republic
CG congo/congo brazzaville/republic of the congo
CH switzerland
CI cote d ivoire/ivory coast
CK cook islands
CL chile
CM cameroon
CN china
CO colombia
CR costa rica
CU cuba
CV cape verde
CW curacao
CX christmas island
CY cyprus
CZ czech republic/czechia
DE germany
DJ djibouti
DK denmark
DM dominica
DO dominican republic
DZ algeria
EC ecuador
EE estonia
EG egypt
EH western sahara
ER eritrea
ES spain
ET ethiopia
FI finland
FJ fiji
FK falkland islands
FM micronesia
FO faroe islands
FR france
GA gabon
GB great britain/uk/united kingdom
GD grenada
GE georgia
GF french guiana
GG guernsey
GH ghana
GI gibraltar
GL greenland
GM gambia
GN guinea
GP guadeloupe
GQ equatorial guinea
GR greece
GS south georgia and south sandwich islands
GT guatemala
GU guam
GW guinea bissau
GY guyana
HK hong kong/hong kong sar china
HM heard and mcdonald islands
HN honduras
HR croatia
HT haiti
HU hungary
ID indonesia
IE ireland
IL israel
IM isle of man
IN india
IO british indian ocean territory
IQ iraq
IR iran/iran islamic republic of
IS iceland
IT italy
JE jersey
JM jamaica
JO jordan
JP japan
KE kenya
KG kyrgyzstan
KH cambodia
KI kiribati
KM comoros
KN saint kitts and nevis
KP korea democratic people s republic of/north korea
KR korea republic of/republic of korea/south korea
KW kuwait
KY cayman islands
KZ kazakhstan
LA lao people s democratic republic/laos
LB lebanon
LC saint lucia
LI liechtenstein
LK sri lanka
LR liberia
LS lesotho
LT lithuania
LU luxembourg
LV latvia
LY libya
MA morocco
MC monaco
MD moldova/moldova republic of/republic of moldova
ME montenegro
MF saint martin
MG madagascar
MH marshall islands
MK macedonia/north macedonia
ML mali
MM burma/myanmar/myanmar burma
MN mongolia
MO macao/macao sar china/macau
MP northern mariana islands
MQ martinique
MR mauritania
MS montserrat
MT malta
MU mauritius
MV maldives
MW malawi
MX mexico
MY malaysia
MZ mozambique
NA namibia
NC new caledonia
NE niger
NF norfolk island
NG nigeria
NI nicaragua
NL netherlands/the netherlands
NO norway
NP nepal
NR nauru
NU niue
NZ new zealand
OM oman
PA panama
PE peru
PF french polynesia
PG papua new guinea
PH philippines
PK pakistan
PL poland
PM saint pierre and miquelon
PN pitcairn islands
PR puerto rico
PS palestine/palestinian territories/palestinian territory
PT portugal
PW palau
PY paraguay
QA qatar
RE reunion
RO romania
RS serbia
RU russia/russian federation
RW rwanda
SA saudi arabia
SB solomon islands
SC seychelles
SD sudan
SE sweden
SG singapore
SH saint helena
SI slovenia
SJ svalbard and jan mayen
SK slovakia
SL sierra leone
SM san marino
SN senegal
SO somalia
SR suriname
SS south sudan
ST sao tome and principe
SV el salvador
SX sint maarten
SY syria/syrian arab republic
SZ eswatini/swaziland
TC turks and caicos islands
TD chad
TF french southern territories
TG togo
TH thailand
TJ tajikistan
TK tokelau
TL east timor/timor leste
TM turkmenistan
TN tunisia
TO tonga
TR turkey/turkiye
TT trinidad and tobago
TV tuvalu
TW taiwan/taiwan province of china
TZ tanzania/tanzania united republic of
UA ukraine
UG uganda
UM u s outlying islands
US united states/united states of america/usa
UY uruguay
UZ uzbekistan
VA holy see/vatican city
VC saint vincent and grenadines/saint vincent and the grenadines
VE venezuela/venezuela bolivarian republic of
VG british virgin islands
VI u s virgin islands
VN viet nam/vietnam
VU vanuatu
WF wallis and futuna
WS samoa
XK kosovo
YE yemen
YT mayotte
ZA south africa
ZM zambia
ZW zimbabwe
"""
_OTHERS: Final = re.compile(r"[^a-z]+")
_CODES: Final = {
    name: line[:2] for line in _NAMES.strip().splitlines() for name in (line[:2].lower(), *line[3:].split("/"))
}


@lru_cache(maxsize=1024)
def country_code(name: str) -> str:
    """Return the two letters of a country by its name or letters; "" where it is not known."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("&", "and").replace("st.", "saint"))
    return _CODES.get(_OTHERS.sub(" ", "".join(sign for sign in plain if not unicodedata.combining(sign))).strip(), "")
