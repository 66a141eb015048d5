"""How far an incident's attempts got, as people see it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from msgspec.structs import replace
from tests.fixtures.activities import GivenLogs, alert_about, sign_in
from tests.unit.web.conftest import Place, read

from tocsin.app import accounts, incidents, outcomes
from tocsin.model.activity import Coverage, Reason, Status

DANA = "dana@harbour.example"


class Both(GivenLogs):
    """Both of Entra's logs of sign-ins, of which one is silent."""

    def coverage(self) -> Sequence[Coverage]:
        shown = list(super().coverage())
        return [*shown, *(replace(one, log="NonInteractiveUserSignInLogs") for one in shown)]


def _incident(place: Place) -> str:
    usual = [sign_in(DANA, -1440 * day) for day in range(9, 0, -1)]
    tried = sign_in(
        DANA, 20, status=Status.FAILURE, reason=Reason.FACTOR_DENIED, password_right=True, country="BR",
        ip="203.0.113.7", session="s",
    )  # fmt: skip
    logs = Both([*usual, tried, sign_in(DANA, 2000)], [alert_about(tried, detection="mfa-denied")])
    alerts = accounts.take_in(place.house.sami, logs).alerts
    return incidents.open_incident(place.house.sami, "Somebody knew Dana's password", alerts=alerts)


@pytest.mark.parametrize(("language", "shown"), [("en", "How far it got"), ("ar", "إلى أي مدى")])
def test_the_chain_is_drawn_and_told(place: Place, language: str, shown: str) -> None:
    at = f"/incidents/{_incident(place)}"
    place.sign_in()
    page = place.browser.get(f"{at}/outcome", headers={"accept-language": language})
    assert page.status_code == 200
    assert shown in read(page)
    assert page.text.count('<li class="stopped">') == 1
    assert f'href="{at}/outcome"' in place.browser.get(at).text


def test_it_is_compared_with_what_another_wrote(place: Place) -> None:
    incident = _incident(place)
    side = outcomes.outcome(place.house.sami, incident).side
    assert [one.person for one in side.attempts] == [DANA]
    other = msgspec.structs.replace(side, name="Lantern Party (synthetic)")
    place.sign_in()
    at = f"/incidents/{incident}/outcome"
    form = place.form(at)
    beside = place.browser.post(at, data=form, files={"other": ("o.json", msgspec.json.encode(other))})
    assert beside.status_code == 200
    assert "Lantern Party (synthetic)" in read(beside)
    for wrong in (b"", b"{}", b"\xff", b"[" * 100_000):
        refused = place.browser.post(at, data=form, files={"other": ("o.json", wrong or b" ")})
        assert refused.status_code == 400
        assert "no outcome of another" in read(refused)


def test_an_incident_of_nothing_says_so_and_it_takes_the_rights(place: Place) -> None:
    incident = incidents.open_incident(place.house.sami, "Calls")
    place.sign_in()
    assert "has no attempts" in read(place.browser.get(f"/incidents/{incident}/outcome"))
    assert place.browser.get("/incidents/incident-9/outcome").status_code == 404
    place.sign_in("p-remi")
    assert place.browser.get(f"/incidents/{incident}/outcome").status_code == 403
