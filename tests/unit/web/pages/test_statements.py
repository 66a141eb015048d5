from __future__ import annotations

import io
import zipfile

import pytest
from httpx import Response
from tests.fixtures.attack import befall
from tests.fixtures.events import draft
from tests.unit.app.test_statement import KEYS, ONE, TWO
from tests.unit.statement.test_text import AGENCIES
from tests.unit.web.conftest import Place, read

from tocsin.app import signing, statement
from tocsin.formats import dsse
from tocsin.model.event import RoleGiven
from tocsin.model.people import Role
from tocsin.statement import seal


@pytest.fixture
def drafted(place: Place) -> statement.Drafted:
    """One that waits; Remi, who signs, has signed in."""
    made = statement.draft(place.house.dana, place.node.signer, befall(place.house), AGENCIES, needed=2)
    with place.house.store.write("harbour") as writer:
        writer.append(draft(RoleGiven("p-remi", Role.SIGNER)))
    place.sign_in("p-remi")
    return made


def _take(place: Place, drafted: statement.Drafted, envelope: bytes, key: str, *, pasted: bool = False) -> Response:
    at = f"/statements/{drafted.statement}"
    form = place.form(at, key=key, envelope=envelope.decode() if pasted else "")
    files = {"file": ("statement.dsse.json", b"" if pasted else envelope)}
    return place.browser.post(f"{at}/signatures", data=form, files=files)


def _signed(drafted: statement.Drafted) -> bytes:
    return dsse.signed(drafted.files[seal.PAYLOAD].encode(), ONE)


def test_a_signer_sees_in_the_queue_what_is_to_be_signed_and_nothing_else(
    place: Place, drafted: statement.Drafted
) -> None:
    assert place.browser.get("/").headers["location"] == "/queue"
    page = place.browser.get("/queue")
    assert f"/statements/{drafted.statement}" in page.text
    assert "m-attack" not in page.text
    assert "A partner's name" not in read(page)
    assert 'id="sender"' not in page.text
    assert place.browser.get("/messages/m-attack").status_code == 403
    assert drafted.statement in place.browser.get("/statements").text


def test_both_texts_and_the_digest_of_what_is_signed(place: Place, drafted: statement.Drafted) -> None:
    page = place.browser.get(f"/statements/{drafted.statement}")
    said = read(page)
    assert "Joint statement: an attack by mail" in said
    assert "بيان مشترك" in said
    assert '<div class="said" lang="ar" dir="rtl">' in page.text
    assert seal.sha256(drafted.files[seal.PAYLOAD].encode()) in said
    assert "It holds together" in said
    assert "Withdraw" not in said, "that is the lead's"


def test_the_files_are_taken_along_signed_elsewhere_and_brought_back(
    place: Place, drafted: statement.Drafted
) -> None:  # fmt: skip
    archive = zipfile.ZipFile(io.BytesIO(place.browser.get(f"/statements/{drafted.statement}/files.zip").content))
    files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert set(files) == {*seal.SUBJECTS, seal.PAYLOAD}
    assert not statement.check({**files, seal.ENVELOPE: _signed(drafted)}, KEYS, 1).problems
    assert _take(place, drafted, _signed(drafted), KEYS[0]).status_code == 303
    second = dsse.signed(files[seal.PAYLOAD], TWO)
    assert _take(place, drafted, second, KEYS[1], pasted=True).status_code == 303
    said = read(place.browser.get(f"/statements/{drafted.statement}"))
    assert "Signed by 2 of 2 keys." in said
    assert KEYS[0] in said
    assert drafted.statement not in place.browser.get("/queue").text
    archive = zipfile.ZipFile(io.BytesIO(place.browser.get(f"/statements/{drafted.statement}/files.zip").content))
    files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert statement.check(files, KEYS, 2).signers == ("north-bay", "east-isle")


def test_what_is_no_signature_is_told_on_the_page(place: Place, drafted: statement.Drafted) -> None:
    for envelope, key, error in (
        (b"", KEYS[0], "there is no envelope"),
        (b"{}", KEYS[0], "no envelope of signatures"),
        (_signed(drafted), KEYS[1], "no right signature by this key"),
        (_signed(drafted), "mine", "no verifier key"),
    ):
        answer = _take(place, drafted, envelope, key)
        assert answer.status_code == 400
        assert error in read(answer)
    assert not signing.statement(place.house.dana, drafted.statement).signatures


def test_a_lead_withdraws_it_and_signs_nothing(place: Place, drafted: statement.Drafted) -> None:
    place.sign_in("p-dana")
    at = f"/statements/{drafted.statement}"
    assert _take(place, drafted, _signed(drafted), KEYS[0]).status_code == 403
    assert place.send(at, f"{at}/withdraw", reason=" ").status_code == 400
    assert place.send(at, f"{at}/withdraw", reason="The figures have changed.").status_code == 303
    assert "It was withdrawn" in read(place.browser.get(at))


def test_others_see_none(place: Place, drafted: statement.Drafted) -> None:
    place.sign_in("p-sami")
    for path in ("/statements", f"/statements/{drafted.statement}", f"/statements/{drafted.statement}/files.zip"):
        assert place.browser.get(path).status_code == 403
    place.sign_in("p-dana")
    assert place.browser.get("/statements/statement-none").status_code == 404
