from __future__ import annotations

import re
import sqlite3

import pytest
from tests.fixtures.events import draft
from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place, read

from tocsin.app import log as logs
from tocsin.model import event as e
from tocsin.model.people import Tlp

HOSTILE = '"><script>alert(1)</script>'


def test_it_takes_the_right(place: Place) -> None:
    place.sign_in()
    form = place.form("/queue")
    assert place.browser.get("/log").status_code == 403
    assert place.browser.get("/log/1").status_code == 403
    assert place.browser.post("/log/verify", data=form).status_code == 403
    assert place.browser.post("/log/sign", data=form).status_code == 403
    place.sign_in("p-dana")
    assert place.browser.get("/log").status_code == 200
    assert 'action="/log/sign"' not in place.browser.get("/log").text
    assert place.send("/log", "/log/sign").status_code == 403, "who reads the log does not sign it"


def test_entries_are_listed_with_what_they_say_and_nobodys_words(place: Place) -> None:
    place.bring(written(9, "Help <help@sender.test>", subject="BAD news", text="سر"))
    place.sign_in("p-dana")
    page = place.browser.get("/log", params={"kind": "mail-judged"})
    assert re.findall(r'<a href="/log/(\d+)"', page.text) == [str(_size(place) - 2)], "before the session"
    assert "mail-1" in read(page)
    assert "suspicious" in read(page)
    for word in ("BAD", "sender.test", "سر", "Sami"):
        assert word not in page.text.split("<table", 1)[1]


def _size(place: Place) -> int:
    with place.node.store.read("harbour") as reader:
        return reader.log.size


def test_filters_narrow_it_and_stay_in_the_form(place: Place) -> None:
    place.sign_in("p-ines")
    page = place.browser.get("/log", params={"kind": "role-given", "subject": "p-ines", "actor": "node"})
    rows = re.findall(r'<a href="/log/(\d+)"', page.text)
    assert len(rows) == 1
    assert '<option value="role-given" selected>' in page.text
    assert 'value="p-ines"' in page.text
    none = place.browser.get("/log", params={"kind": "no such kind"})
    assert "There is no such entry." in read(none)
    hostile = place.browser.get("/log", params={"subject": HOSTILE, "actor": HOSTILE, "kind": HOSTILE})
    assert hostile.status_code == 200
    assert "<script>alert" not in hostile.text


def test_older_entries_are_a_page_further(place: Place) -> None:
    with place.house.store.write("harbour") as writer:
        writer.append(*(draft(e.ClearanceSet("p-remi", Tlp.GREEN)) for _ in range(60)))
    place.sign_in("p-ines")
    first = place.browser.get("/log")
    older = re.search(r'href="(/log\?after=[^"]+)"', first.text)
    assert older
    second = place.browser.get(older[1].replace("&amp;", "&"))
    numbers = [re.findall(r'<a href="/log/(\d+)"', page.text) for page in (first, second)]
    assert len(numbers[0]) == 50
    assert int(numbers[1][0]) == int(numbers[0][-1]) - 1


def test_an_entry_is_proved_once_a_head_is_signed(place: Place) -> None:
    place.sign_in("p-ines")
    unsigned = place.browser.get("/log/3")
    assert 'role="alert"' in unsigned.text
    assert 'action="/log/sign"' in unsigned.text
    assert place.send("/log", "/log/sign").headers["location"] == "/log"
    proof = place.browser.get("/log/3")
    stored = logs.prove(place.house.ines, place.node.signer, 3)
    assert stored.entry.decode() in read(proof)
    assert stored.hashes
    assert [one.hex() for one in stored.hashes] == re.findall(r"<code>(\w{64})</code>", proof.text)
    assert " ".join(stored.checkpoint.split()) in read(proof)
    assert 'role="alert"' in place.browser.get("/log/99999").text


@pytest.mark.parametrize(("language", "sound"), [("en", "The log is sound."), ("ar", "السجل سليم.")])
def test_the_whole_log_is_checked(place: Place, language: str, sound: str) -> None:
    logs.sign_head(place.house.ines, place.node.signer)
    place.sign_in("p-ines")
    place.browser.headers["accept-language"] = language
    page = place.send("/log", "/log/verify")
    assert sound in read(page)
    assert 'role="status"' in page.text


def test_a_log_that_was_written_over_is_called_so(place: Place) -> None:
    place.sign_in("p-ines")
    form = place.form("/log")
    with place.node.store.read("harbour") as reader:
        raw = reader.log.raw(4)
    _write_over(place, raw, raw.replace(b'"node"', b'"n0de"'))
    page = place.browser.post("/log/verify", data=form)
    assert "The log is not sound." in read(page)
    assert 'role="alert"' in page.text


def _write_over(place: Place, was: bytes, now: bytes) -> None:
    assert was != now
    with sqlite3.connect(place.folder / "tocsin.db") as database:
        assert database.execute("UPDATE entries SET bytes = ? WHERE bytes = ?", (now, was)).rowcount == 1
    database.close()
