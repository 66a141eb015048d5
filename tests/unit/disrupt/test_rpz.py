"""Response policy zones, read by another library; `tests/integration` asks a real server."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import dns.name
import dns.rdatatype
import dns.zone
import pytest
from tests.fixtures.attack import DOMAIN, HOST, WHEN

from tocsin.disrupt.blocklist import Blocked
from tocsin.disrupt.rpz import zone
from tocsin.model.people import Tlp

GOLDEN = Path(__file__).parents[2] / "golden" / "tocsin.rpz"
UNTIL = WHEN + timedelta(days=90)
ENTRIES = (Blocked(HOST, "T1566.002 (link-text-lies)", UNTIL), Blocked(DOMAIN, "T1583.001 (lookalike-of-ours)", UNTIL))


def made(*entries: Blocked, serial: int = 1_772_354_100) -> str:
    return zone(entries, serial, WHEN, Tlp.GREEN, synthetic=True)


def read(text: str) -> dict[str, str]:
    """The names that are answered otherwise, as dnspython reads them, and the answer."""
    found = dns.zone.from_text(text, origin="tocsin.rpz.", relativize=True)
    names = found.iterate_rdatas(dns.rdatatype.CNAME)
    return {name.to_text(): answer.to_text() for name, _, answer in names}


def test_it_is_what_was_looked_at() -> None:
    assert made(*ENTRIES) == GOLDEN.read_text("utf-8")


def test_each_host_and_all_below_it_do_not_exist() -> None:
    assert read(made(*ENTRIES)) == dict.fromkeys((HOST, f"*.{HOST}", DOMAIN, f"*.{DOMAIN}"), ".")


def test_what_has_come_to_its_end_is_left_out() -> None:
    assert read(made(Blocked(HOST, "x", WHEN), Blocked(DOMAIN, "x", WHEN + timedelta(seconds=1)))).keys() == {
        DOMAIN, f"*.{DOMAIN}"
    }  # fmt: skip
    assert read(made()) == {}


def test_the_serial_fits_its_32_bits() -> None:
    text = made(serial=2**32 + 7)
    found = dns.zone.from_text(text, origin="tocsin.rpz.")
    assert found.get_soa().serial == 7


@pytest.mark.parametrize(
    "host", ["a\nb.test", "a b.test", "evil.test CNAME .\n@", "evil.test.", "*.test", "", "a;b.test"]
)
def test_no_words_of_an_attacker_become_lines_of_the_zone(host: str) -> None:
    with pytest.raises(ValueError, match="no host name"):
        made(Blocked(host, "x", UNTIL))


def test_a_reason_stays_in_its_comment() -> None:
    assert read(made(Blocked(HOST, "x\nevil.test CNAME .\r\u2028y", UNTIL))).keys() == {HOST, f"*.{HOST}"}
