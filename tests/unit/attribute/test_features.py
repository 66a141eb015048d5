from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.unit.attribute.made import K

from tocsin.attribute.features import canonical, merged, of_activity, of_mail, owned, told
from tocsin.identify.examples import PROFILE
from tocsin.identify.sites import is_known
from tocsin.model.activity import Act, Activity
from tocsin.model.error import InputError
from tocsin.model.operation import Feature, FeatureKind, FileTraits, LinkTraits, MailTraits


def shown(**traits: Any) -> set[tuple[FeatureKind, str]]:
    given = MailTraits("message-1", **traits)
    found = list(of_mail(given, PROFILE, is_known))
    assert all(one.evidence == ("message-1",) for one in found)
    return {(one.kind, one.value) for one in found}


def test_a_link_shows_its_host_its_owner_and_its_form() -> None:
    assert shown(links=(LinkTraits("login.evil.test", "/a/b.php"),)) == {
        (K.HOST, "login.evil.test"), (K.DOMAIN, "evil.test"), (K.TEMPLATE, "/a/b.php"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "host",
    ["sites.google.com", "bit.ly", "forms.gle", "www.harbour.example", "lighthouse.example", "quaymail.example",
     "www.paypal.com", "nonsense", "com"],
)  # fmt: skip
def test_what_belongs_to_bystanders_is_no_feature(host: str) -> None:
    assert shown(links=(LinkTraits(host, "/a/b.php"),)) == set()


def test_one_customer_of_a_shared_host_is_told_from_another() -> None:
    assert (K.DOMAIN, "evil.web.app") in shown(links=(LinkTraits("evil.web.app"),))
    assert owned("a.b.3322.org") == "b.3322.org"
    assert owned("3322.org") == "3322.org"
    assert owned("a.b.evil.test") == "evil.test"


def test_an_address_as_host_is_an_address() -> None:
    assert shown(links=(LinkTraits("198.51.100.7", "/a/b.php"),)) == {
        (K.ADDRESS, "198.51.100.7"), (K.NETWORK, "198.51.100.0/24"), (K.TEMPLATE, "/a/b.php"),
    }  # fmt: skip
    assert (K.NETWORK, "2001:db8:1::/48") in shown(address="2001:db8:1:2::1")
    assert shown(address="127.0.0.1") == shown(address="nonsense") == set()


def test_a_sender_counts_as_its_owners_only_where_its_domain_vouches() -> None:
    assert shown(sender="a@evil.test", vouched=True) == {(K.SENDER, "a@evil.test"), (K.DOMAIN, "evil.test")}
    assert shown(sender="a@evil.test") == {(K.CLAIMED_SENDER, "evil.test")}
    assert shown(sender="a@gmail.com", vouched=True) == {(K.MAILBOX, "a@gmail.com")}
    assert shown(sender="a@gmail.com") == set()
    assert shown(sender="dana@harbour.example", vouched=True) == set(), "our own"
    assert shown(reply_to=("b@gmail.com",)) == {(K.MAILBOX, "b@gmail.com")}, "answers go there, whoever vouches"
    assert shown(sender="nonsense", vouched=True) == set()


def test_a_page_is_a_make_and_any_other_file_a_digest() -> None:
    page, other = FileTraits("aa", ("1",), "make"), FileTraits("bb", ("2", "3"))
    assert shown(files=(page, other)) == {(K.PAGE, "make"), (K.FILE, "bb"), (K.FILE_LIKE, "2"), (K.FILE_LIKE, "3")}


def test_texts_programs_and_habits() -> None:
    found = shown(
        lure=("1",), helo="mail0", headers="h", mailer="m", boundary="b", message_id="i", pattern="p", hours="06 +60"
    )
    kinds = {K.LURE, K.HELO, K.HEADERS, K.MAILER, K.BOUNDARY, K.MESSAGE_ID, K.PATTERN, K.HOURS}
    assert {kind for kind, _ in found} == kinds


def test_a_line_of_a_log_shows_where_it_came_from() -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    line = Activity(
        at, Act.SIGN_IN, "entra", id="line-1", ip="198.51.100.7", asn=64500, session="s", agent="x", app="o"
    )
    found = {(one.kind, one.value) for one in of_activity(line)}
    assert found == {
        (K.ADDRESS, "198.51.100.7"), (K.NETWORK, "198.51.100.0/24"), (K.AS, "64500"), (K.SESSION, "s"), (K.AGENT, "x"),
    }  # fmt: skip
    consent = Activity(at, Act.CONSENT, "entra", id="line-2", app="app-1")
    assert [(one.kind, one.value, one.evidence) for one in of_activity(consent)] == [(K.APP, "app-1", ("line-2",))]


def test_somebody_tells_what_they_know_from_elsewhere() -> None:
    def facts(kind: FeatureKind, value: str) -> list[tuple[FeatureKind, str]]:
        return [(one.kind, one.value) for one in told(kind, value, "told-1", PROFILE, is_known)]

    assert facts(K.REGISTRANT, "  Some  Body ") == [(K.REGISTRANT, "some body")]
    assert facts(K.HOST, "a.evil.test") == [(K.HOST, "a.evil.test"), (K.DOMAIN, "evil.test")]
    assert facts(K.HOST, "sites.google.com") == []
    assert facts(K.ADDRESS, "198.51.100.7")[0] == (K.ADDRESS, "198.51.100.7")
    assert facts(K.SENDER, "A@Evil.test")[0] == (K.SENDER, "a@evil.test")
    assert facts(K.REGISTRANT, "Withheld for Privacy ehf") == []
    assert facts(K.NAME_SERVER, "ada.ns.cloudflare.com.") == []
    assert facts(K.CERTIFICATE, "nonsense") == []
    with pytest.raises(InputError):
        facts(K.LURE, "x")


@pytest.mark.parametrize(
    ("kind", "same", "form"),
    [
        (K.SENDER, ["A@b\u00fccher.example", "a@xn--bcher-kva.example"], "a@xn--bcher-kva.example"),
        (K.ADDRESS, ["::ffff:192.0.2.1", "192.0.2.1"], "192.0.2.1"),
        (K.AS, ["AS64500", "ASN64500", "as 64500", "64500", "064500"], "64500"),
        (
            K.CERTIFICATE,
            ["AB:" * 31 + "AB", "ab" * 32, "SHA-256: " + "AB " * 31 + "AB", "SHA256 Fingerprint=" + "AB:" * 31 + "AB"],
            "ab" * 32,
        ),
        (K.FILE, ["AB" * 32, "sha256:" + "ab" * 32], "ab" * 32),
        (K.NAME_SERVER, ["NS1.Evil.test.", "ns1.evil.test"], "ns1.evil.test"),
        (K.HOST, ["Login.evil.test.", "login.evil.test"], "login.evil.test"),
        (K.ADDRESS, ["2001:DB8:0:0::1", "2001:db8::1"], "2001:db8::1"),
        (K.REGISTRANT, ["Some  Body", " some body "], "some body"),
    ],
)
def test_who_means_the_same_says_the_same(kind: FeatureKind, same: list[str], form: str) -> None:
    assert {canonical(kind, one) for one in same} == {form}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (K.AS, "0"), (K.AS, "4294967296"), (K.AS, "Some Networks"), (K.CERTIFICATE, "zz"), (K.CERTIFICATE, "ab" * 31),
        (K.FILE, "zz"), (K.FILE, "ab" * 20), (K.HOST, "not a host"), (K.NAME_SERVER, ""), (K.SENDER, "evil.test"),
        (K.CERTIFICATE, "a" * 41), (K.FILE, "a" * 65), (K.ADDRESS, "1"), (K.ADDRESS, "010.0.0.1"),
        (K.ADDRESS, "fe80::1%eth0"), (K.ADDRESS, "300.1.1.1"), (K.REGISTRANT, "  "),
    ],
)  # fmt: skip
def test_what_is_none_of_its_kind_has_no_form(kind: FeatureKind, value: str) -> None:
    assert canonical(kind, value) == ""


def test_what_is_shown_twice_is_one_feature_with_both_grounds() -> None:
    several = [Feature(K.HOST, "x.test", ("b",)), Feature(K.HOST, "x.test", ("a", "b")), Feature(K.AS, "1", ("c",))]
    assert merged(several) == (Feature(K.AS, "1", ("c",)), Feature(K.HOST, "x.test", ("a", "b")))
