"""Words by which a display name claims to be an office, a company or a public authority, in eight languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tocsin.common.hosts import public_suffix, registrable
from tocsin.common.text import fold, fold_pattern

_OFFICE: Final = re.compile(
    fold_pattern(
        r"(?:^|\W)(?:support|help ?desk|security|service ?desk|customer (?:care|service|support)|billing|"
        r"accounts? (?:team|"
        r"department|payable|alert)|administrator|admin|it (?:team|department|desk|support)|web ?mail|"
        r"mail (?:team|admin\w*|"
        r"delivery|server|box)|mailbox|postmaster|notifications?|no.?reply|alerts?|payroll|human resources|"
        r"hr (?:team|"
        r"department)|bank|banking|finance department|audit department|verification|delivery (?:team|service)|"
        r"kundenservice|kundendienst|kundensupport|sicherheit\w*|bankhaus|buchhaltung|rechnungsstelle|"
        r"benachrichtigung\w*|"
        r"soporte|atenci[oó]n al cliente|servicio al cliente|seguridad|notificaci[oó]n(?:es)?|banco|facturaci[oó]n|"
        r"suporte|atendimento|seguran[cç]a|notifica[cç][aã]o|notifica[cç][oõ]es|financeiro|"
        r"assistance|service client|s[eé]curit[eé]|banque|comptabilit[eé]|"
        r"الدعم|دعم|خدمة العملاء|الأمن|أمان|البنك|بنك|مصرف|إدارة|الإدارة|المشرف|إشعار\w*|فريق|قسم|مكتب|"
        r"پشتیبانی|امنیت|بانک|مدیریت|مدیر سامانه|اعلان|تیم|دفتر|خدمات مشتریان|"
        r"תמיכה|אבטחה|בנק|שירות לקוחות|מנהל מערכת|הודעות|צוות|משרד)(?:\W|$)"
    )
)
_AUTHORITY: Final = re.compile(
    fold_pattern(
        r"(?:^|\W)(?:ministry of|minister of|department of (?:state|justice|homeland|the treasury|education|"
        r"health|labor|motor)|"
        r"federal bureau|fbi|interpol|europol|cia|u\.?s\.? treasury|supreme court|district court|high court|"
        r"tax (?:office|"
        r"authority|administration)|revenue (?:service|agency|authority)|customs (?:office|and)|embassy of|"
        r"election commission|"
        r"police department|federal police|united nations|world bank|imf|european commission|government of|"
        r"bundespolizei|bundesministerium|bundesamt|finanzamt|polizei|zollamt|"
        r"minist[eè]re|gendarmerie|tr[eé]sor public|pr[eé]fecture|police nationale|brigade de protection|"
        r"ministerio|agencia tributaria|polic[ií]a nacional|guardia civil|seguridad social|juzgado|fiscal[ií]a|"
        r"minist[eé]rio|receita federal|pol[ií]cia federal|tribunal de justi[cç]a|detran|prefeitura|"
        r"وزارة|السفارة|سفارة|الشرطة|هيئة الضرائب|مصلحة الضرائب|الأمم المتحدة|مفوضية الانتخابات|النيابة العامة|"
        r"الديوان|"
        r"وزارت|سفارت|پلیس|سازمان مالیاتی|قوه قضائیه|قوه قضاییه|سازمان ملل|دادگستری|سامانه ثنا|ابلاغ الکترونیک|"
        r"משטרה|משטרת|רשות המסים|משרד ה\w+|ביטוח לאומי|שגרירות|ועדת הבחירות)(?:\W|$)"
    )
)
# Public suffixes and domains under which only public bodies and international organisations register.
_PUBLIC: Final = re.compile(
    r"(?:^|\.)(?:gov|gob|gouv|gub|govt|gv|go|mil|jus|gc|bund|fed|europa|un|int|edu|ac|admin|government|police|"
    r"parliament|"
    r"nhs|state|overheid|minjust|muni|mun|leg|mp|court|courts|tse|tre)(?:\.|$)"
)
_PUBLIC_DOMAINS: Final = frozenset(
    """europa.eu bund.de un.org undp.org unicef.org who.int worldbank.org imf.org canada.ca admin.ch polizei.de
    polizei.nrw bayern.de berlin.de hessen.de nrw.de interpol.int elster.de usembassy.gov state.gov police.uk
    parliament.uk inps.it overheid.nl belastingdienst.nl agenciatributaria.es seg-social.es""".split()
)


@lru_cache(maxsize=8192)
def claims_office(name: str) -> str:
    """Return the word by which a display name claims to be an office or a company's department, or ""."""
    match = _OFFICE.search(fold(name[:200]))
    return match[0].strip(" .,:|-()[]\"'") if match else ""


@lru_cache(maxsize=8192)
def claims_authority(name: str) -> str:
    """Return the words by which a display name claims to be a public authority, or ""."""
    match = _AUTHORITY.search(fold(name[:200]))
    return match[0].strip(" .,:|-()[]\"'") if match else ""


@lru_cache(maxsize=8192)
def is_public_body(host: str) -> bool:
    """Whether a host lies under a name that only public bodies get."""
    return (
        registrable(host) in _PUBLIC_DOMAINS
        or _PUBLIC.search(public_suffix(host) or "") is not None
        or (_PUBLIC.search(registrable(host)) is not None)
    )
