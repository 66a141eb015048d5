"""Names that claim an office or an authority, in the languages we read."""

from __future__ import annotations

import pytest

from tocsin.identify.offices import claims_authority, claims_office, is_public_body


@pytest.mark.parametrize(
    "name",
    [
        "IT Support", "Kundenservice", "Soporte", "Suporte ao cliente", "Service Client", "الدعم الفني",
        "پشتیبانی سامانه",
        "שירות לקוחות", "SUPPORT", "No-Reply",
    ],
)  # fmt: skip
def test_offices(name: str) -> None:
    assert claims_office(name)


@pytest.mark.parametrize("name", ["Ada Writer", "Bankole Ade", "Supporters of Harbour", "Teamwork", ""])
def test_not_offices(name: str) -> None:
    assert not claims_office(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Interior", "Finanzamt Seestadt", "Ministère de la Justice", "Agencia Tributaria",
        "Polícia Federal",
        "وزارة الداخلية", "سامانه ثنا", "משרד הפנים",
    ],
)  # fmt: skip
def test_authorities(name: str) -> None:
    assert claims_authority(name)


def test_not_authorities() -> None:
    assert not claims_authority("Policy Department")
    assert not claims_authority("Courtney Ministry")


@pytest.mark.parametrize(
    "host", ["mail.irs.gov", "interior.gov.example", "service.gov.uk", "un.org", "bund.de", "gouv.fr"]
)
def test_public_bodies(host: str) -> None:
    assert is_public_body(host)


@pytest.mark.parametrize("host", ["gov.other.test", "interior-gov.test", "other.test", "government.com.test"])
def test_not_public_bodies(host: str) -> None:
    assert not is_public_body(host)
