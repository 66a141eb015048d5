from __future__ import annotations

from typing import Any

from tocsin.formats.mime import parse
from tocsin.identify.examples import PROFILE, message
from tocsin.identify.mail import Mail
from tocsin.identify.traits import traits_of
from tocsin.model.context import Context
from tocsin.model.operation import LinkTraits, MailTraits
from tocsin.model.verdict import Class, Danger, Finding, Verdict

CONTEXT = Context(profile=PROFILE)
FINDING = Finding("link", 2.0, (), ("T1566.002",), Danger.CREDENTIALS)
BAD = Verdict(Class.MALICIOUS, 0.99, 0.99, (FINDING,))
HOP = "from mail7.evil.test (mail7.evil.test [198.51.100.7]) by mx.harbour.example; Tue, 3 Mar 2026 10:00:01 +0000"
WORDS = " ".join(f"word{chr(97 + n)}{chr(97 + m)}" for n in range(5) for m in range(5))


def traits(**fields: Any) -> MailTraits:
    found = traits_of("message-1", Mail(parse(message(**fields).raw)), BAD, CONTEXT)
    assert found is not None
    return found


def test_a_message_shows_where_it_came_from_and_by_what() -> None:
    found = traits(headers=[("Received", HOP), ("X-Mailer", "Bulk Sender 4.2"), ("Reply-To", "b@gmail.com")])
    assert (found.sender, found.vouched, found.reply_to) == ("ada@sender.example", False, ("b@gmail.com",))
    assert (found.address, found.helo, found.mailer) == ("198.51.100.7", "mail0.evil.test", "bulk sender")
    assert found.headers
    assert found.message_id == "d1"
    assert found.pattern == "credentials T1566.002  "


def test_the_pattern_tells_what_kind_of_people_it_is_for_and_no_names() -> None:
    for to, kinds in (
        ("sami@harbour.example", "official"), ("dana.osman@private.example", "high-risk+private"),
        ("dana@harbour.example, sami@harbour.example", "high-risk+official"), ("user@harbour.example", ""),
    ):  # fmt: skip
        assert traits(to=to).pattern == f"credentials T1566.002  {kinds}"


def test_a_sender_is_vouched_for_by_a_trusted_hop() -> None:
    stamp = "mx.harbour.example; dmarc=pass header.from=sender.example"
    assert traits(headers=[("Authentication-Results", stamp), ("Received", HOP)]).vouched


def test_links_are_undone_and_their_forms_kept() -> None:
    wrapped = "https://www.google.com/url?q=https://evil.test/owa/login.php%3Fid=5"
    assert traits(links=[("here", wrapped)]).links == (LinkTraits("evil.test", "/owa/login.php?id"),)


def test_no_words_of_it_are_kept() -> None:
    found = traits(text=WORDS, subject="Wordsubject")
    assert len(found.lure) == 6
    assert "word" not in repr(found).lower()


def test_files_are_digests_and_pages_have_a_make() -> None:
    page = b"<html><form><input type=text><input type=password></form></html>"
    found = traits(attachments=[("a.html", "text/html", page), ("p.png", "image/png", b"\x89PNG\r\n\x1a\n0")]).files
    assert [bool(one.page) for one in found] == [True], "pictures are shown by many"
    assert len(found[0].sha256) == 64


def test_the_machine_of_a_discussion_list_or_a_large_provider_is_nobodys() -> None:
    through = [("Received", HOP), ("List-Id", "<talk.lists.test>"), ("Reply-To", "talk@lists.test")]
    assert (traits(headers=through).address, traits(headers=through).reply_to) == ("", ())
    google = "from mail-x.google.com (mail-x.google.com [198.51.100.9]) by mx.harbour.example; Tue, 3 Mar 2026 10:00"
    assert traits(headers=[("Received", google)]).address == ""


def test_hours_need_a_clock_that_says_where_it_is() -> None:
    assert traits(date="Tue, 03 Mar 2026 10:00:00 +0330").hours == "06 +210"
    assert traits().hours == "", "UTC is what servers write"
    assert traits(date="").hours == ""


def test_mail_to_sources_shows_nothing() -> None:
    sent = Mail(parse(message(to="tips@harbour.example").raw))
    assert traits_of("message-1", sent, BAD, CONTEXT) is None


def test_behind_our_own_relay_stands_who_sent_it() -> None:
    relayed = "from mx.harbour.example (mx.harbour.example [192.0.2.8]) by mx.harbour.example; Tue, 3 Mar 2026 10:00:02"
    forged = "from other.test (other.test [192.0.2.77]) by relay.test; Tue, 3 Mar 2026 09:00:00 +0000"
    found = traits(headers=[("Received", relayed), ("Received", HOP), ("Received", forged)])
    assert (found.address, found.helo) == ("198.51.100.7", "mail0.evil.test")
