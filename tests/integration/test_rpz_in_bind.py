"""A real BIND with the zone that Tocsin writes: what is blocked does not exist, and nothing else is touched."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dns.message
import dns.query
import dns.rcode
import pytest
from tests.fixtures.attack import DOMAIN, HOST
from tests.real import needs

from tocsin.disrupt.blocklist import Blocked
from tocsin.disrupt.rpz import zone
from tocsin.model.people import Tlp

pytestmark = [pytest.mark.real, pytest.mark.enable_socket]
NOW = datetime(2026, 3, 1, tzinfo=UTC)
CONF = """
options {{
  directory "{folder}"; pid-file "{folder}/named.pid"; session-keyfile "{folder}/session.key";
  listen-on port {port} {{ 127.0.0.1; }}; listen-on-v6 {{ none; }};
  recursion yes; allow-query {{ 127.0.0.1; }}; dnssec-validation no; forwarders {{ }}; empty-zones-enable no;
  response-policy {{ zone "tocsin.rpz"; }} qname-wait-recurse no;
}};
controls {{ }};
zone "tocsin.rpz" {{ type primary; file "tocsin.rpz"; }};
zone "." {{ type primary; file "world"; }};
"""
WORLD = f"""$TTL 60
. IN SOA localhost. nobody.invalid. 1 60 60 60 60
. IN NS ns.here.
ns.here. IN A 127.0.0.1
{HOST}. IN A 192.0.2.1
below.{HOST}. IN A 192.0.2.2
{DOMAIN}. IN A 192.0.2.3
{DOMAIN}. IN MX 10 mx.{DOMAIN}.
share-view.test. IN A 192.0.2.4
lighthouse.example. IN A 192.0.2.5
"""
"""All names that there are, so that nothing is asked of the world outside."""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    needs("bind9")
    folder = tmp_path_factory.mktemp("bind")
    until = NOW + timedelta(days=90)
    entries = [Blocked(HOST, "T1566.002 (link-text-lies)", until), Blocked(DOMAIN, "T1583.001 (lookalike)", until)]
    (folder / "tocsin.rpz").write_text(zone(entries, int(NOW.timestamp()), NOW, Tlp.CLEAR), "utf-8")
    (folder / "world").write_text(WORLD, "ascii")
    with socket.socket(type=socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
    (folder / "named.conf").write_text(CONF.format(folder=folder, port=found), "ascii")
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(["named", "-g", "-n", "1", "-c", folder / "named.conf"], stdin=subprocess.DEVNULL,
                                  stdout=log, stderr=log)  # fmt: skip
    try:
        _wait(server, folder / "log")
        yield found
    finally:
        server.terminate()
        server.wait(20)


def _wait(server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and server.poll() is None:
        if "rpz: tocsin.rpz: reload done: success" in log.read_text("utf-8", "replace"):
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8", "replace"))


def ask(port: int, name: str, kind: str = "A") -> dns.message.Message:
    return dns.query.udp(dns.message.make_query(name, kind), "127.0.0.1", port=port, timeout=2)


@pytest.mark.parametrize("name", [HOST, f"below.{HOST}", DOMAIN])
def test_what_is_blocked_does_not_exist(port: int, name: str) -> None:
    answer = ask(port, name)
    assert answer.rcode() == dns.rcode.NXDOMAIN
    assert not answer.answer


def test_no_mail_goes_there_either(port: int) -> None:
    assert ask(port, DOMAIN, "MX").rcode() == dns.rcode.NXDOMAIN


@pytest.mark.parametrize("name", ["share-view.test", "lighthouse.example"])
def test_its_neighbours_and_the_partner_are_still_there(port: int, name: str) -> None:
    answer = ask(port, name)
    assert answer.rcode() == dns.rcode.NOERROR
    assert answer.answer
