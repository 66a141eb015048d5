"""Whom to believe about authentication, and DKIM checked with keys at hand."""

from __future__ import annotations

import base64
import random
from functools import cache

import dkim
import pytest

from tocsin.formats.mime import parse
from tocsin.identify.authentication import Authentication, authentication, queries, verified_signatures
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.profile import Organisation, Profile

TRUSTING = Context(profile=Profile(Organisation("Harbour", trusted_hops=("mx.harbour.example",))))
FROM = "From: Ada <ada@sender.example>\nSubject: x\n\nhello\n"


def _judge(headers: str, context: Context = TRUSTING) -> Authentication:
    return authentication(Mail(parse((headers + FROM).encode())), context)


def test_nothing_is_known_without_a_stamp() -> None:
    found = _judge("")
    assert not found.known
    assert not found.aligned


@pytest.mark.parametrize(
    ("stamp", "aligned"),
    [
        ("dmarc=pass header.from=sender.example", True),
        ("dkim=pass header.d=mail.sender.example", True),
        ("dkim=pass header.i=@sender.example", True),
        ("spf=pass smtp.mailfrom=bounce@em.sender.example", True),
        ("spf=pass smtp.mailfrom=bounce@platform.test; dkim=pass header.d=platform.test", False),
        ("dmarc=fail (p=reject; dis=none) header.from=sender.example", False),
        ("none", False),
    ],
)
def test_results_are_aligned_with_the_sender(stamp: str, aligned: bool) -> None:
    found = _judge(f"Authentication-Results: mx.harbour.example 1; {stamp}\n")
    assert found.server == "mx.harbour.example"
    assert found.aligned is aligned


def test_a_foreign_authserv_id_is_not_believed() -> None:
    assert not _judge("Authentication-Results: mx.other.test; dmarc=pass\n").known


def test_a_stamp_below_a_foreign_hop_is_not_believed() -> None:
    received = "Received: from a.test by mx.other.test\n"
    assert not _judge(received + "Authentication-Results: mx.harbour.example; dmarc=pass\n").known


def test_the_topmost_result_of_a_method_counts() -> None:
    stamps = (f"Authentication-Results: mx.harbour.example; dmarc={result}\n" for result in ("fail", "pass"))
    assert _judge("".join(stamps)).dmarc == "fail"


def test_without_configured_hops_the_receivers_own_stamp_is_believed() -> None:
    received = "Received: from a.test (192.0.2.1) by mx.google.com with ESMTPS\n"
    assert _judge(received + "Authentication-Results: mx.google.com; dmarc=pass\n", Context()).dmarc == "pass"
    assert not _judge(received + "Authentication-Results: mx.forged.test; dmarc=pass\n", Context()).known
    assert not _judge("Authentication-Results: mx.google.com; dmarc=pass\n", Context()).known


def test_exchange_online_stamps_without_an_id() -> None:
    received = "Received: from a.test (192.0.2.1) by XX1.mail.protection.outlook.com with SMTP\n"
    found = _judge(
        "Authentication-Results: spf=fail (sender IP is 192.0.2.1)\n smtp.mailfrom=x.test;\n" + received, Context()
    )
    assert (found.spf, found.spf_domain) == ("fail", "x.test")


def test_received_spf_of_the_receiver_counts() -> None:
    text = "Received-SPF: softfail (mx.harbour.example: domain of transitioning ada@other.test does not say)\n"
    found = _judge(text + "Received: from a.test by mx.harbour.example\n")
    assert (found.spf, found.spf_domain) == ("softfail", "other.test")


def test_sealed_results_are_read_last() -> None:
    sealed = "ARC-Authentication-Results: i=1; mx.harbour.example; dmarc=fail; arc=pass\n"
    own = "Authentication-Results: mx.harbour.example; dmarc=pass\n"
    assert _judge(sealed).dmarc == "fail"
    assert _judge(sealed + own).dmarc == "pass"
    assert _judge(sealed).arc == "pass"


def test_hostile_stamps_do_no_harm() -> None:
    text = "Authentication-Results: mx.harbour.example; " + ";".join(["dkim=pass header.d=a.test"] * 5_000) + "\n"
    assert len(_judge(text).dkim) <= 5
    assert not _judge("Authentication-Results: ((((\n" * 50).known


def test_wanted_questions_name_keys_and_policy() -> None:
    message = parse(b"DKIM-Signature: v=1; d=mail.sender.example; s=k1\nDKIM-Signature: nonsense\n" + FROM.encode())
    assert queries(message) == ("TXT k1._domainkey.mail.sender.example", "TXT _dmarc.sender.example")
    assert queries(parse(b"Subject: x\n\n")) == ()


def test_a_signature_is_verified_with_the_key_given() -> None:
    raw, record = _signed()
    name = "TXT k1._domainkey.sender.example"
    assert list(verified_signatures(Mail(parse(raw)), {name: (record,)})) == [("pass", "sender.example")]
    tampered = raw.replace(b"hello", b"hallo")
    assert list(verified_signatures(Mail(parse(tampered)), {name: (record,)})) == [("fail", "sender.example")]
    assert list(verified_signatures(Mail(parse(raw)), {name: ()})) == [("fail", "sender.example")]
    assert list(verified_signatures(Mail(parse(raw)), {name: ("v=DKIM1; p=rubbish",)})) == [("fail", "sender.example")]
    assert list(verified_signatures(Mail(parse(raw)), {})) == []


def test_own_verification_counts_before_the_hops() -> None:
    raw, record = _signed()
    stamp = b"Authentication-Results: mx.harbour.example; dkim=fail header.d=sender.example\n"
    context = Context(profile=TRUSTING.profile, dns={"TXT k1._domainkey.sender.example": (record,)})
    found = authentication(Mail(parse(stamp + raw)), context)
    assert found.dkim == (("pass", "sender.example"),)
    assert found.aligned


def test_the_answer_follows_the_context() -> None:
    mail = Mail(parse(("Authentication-Results: mx.harbour.example; dmarc=pass\n" + FROM).encode()))
    assert authentication(mail, TRUSTING).aligned
    assert not authentication(mail, Context()).aligned


# ---- a throw-away key, made here so that none is kept in the repository


@cache
def _signed() -> tuple[bytes, str]:
    private, record = _key()
    raw = FROM.replace("\n", "\r\n").encode()
    signature = dkim.sign(raw, b"k1", b"sender.example", private, include_headers=[b"From", b"Subject"])
    return signature + raw, record


def _key() -> tuple[bytes, str]:
    source = random.Random(7)
    e = 65_537
    p, q = _prime(source), _prime(source)
    n, d = p * q, pow(e, -1, (p - 1) * (q - 1))
    numbers = (0, n, e, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))
    private = base64.encodebytes(_sequence(b"".join(map(_integer, numbers))))
    public = _sequence(_integer(n) + _integer(e))
    algorithm = bytes.fromhex("300d06092a864886f70d0101010500")
    info = _sequence(algorithm + b"\x03" + _length(len(public) + 1) + b"\0" + public)
    kind = b"RSA PRIVATE " + b"KEY"
    pem = b"-----BEGIN " + kind + b"-----\n" + private + b"-----END " + kind + b"-----\n"
    return pem, "v=DKIM1; k=rsa; p=" + base64.b64encode(info).decode()


def _prime(source: random.Random) -> int:
    while True:
        number = source.getrandbits(512) | (3 << 510) | 1
        if all(number % small for small in (3, 5, 7, 11, 13, 17, 19, 23)) and all(
            pow(base, number - 1, number) == 1 for base in (2, 3, 5, 7)
        ):
            return number


def _length(size: int) -> bytes:
    if size < 128:
        return bytes([size])
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([128 | len(octets)]) + octets


def _integer(value: int) -> bytes:
    octets = value.to_bytes(value.bit_length() // 8 + 1, "big")
    return b"\x02" + _length(len(octets)) + octets


def _sequence(content: bytes) -> bytes:
    return b"\x30" + _length(len(content)) + content
