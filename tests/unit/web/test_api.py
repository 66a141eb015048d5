from __future__ import annotations

from tocsin.app.access import USE_CASES, Exempt
from tocsin.app.rights import PERSONAL
from tocsin.web.api import calls


def test_every_use_case_is_called_or_says_why_not() -> None:
    called = {one.case.name for one in calls()}
    assert called == {name for name, case in USE_CASES.items() if not isinstance(case.http, Exempt)}


def test_all_that_a_path_names_is_a_parameter() -> None:
    for one in calls():
        assert one.path.count("{") == len(one.in_path), one.path
        assert one.path.startswith("/v1/")


def test_a_get_takes_no_body() -> None:
    assert not any(one.in_body for one in calls() if one.method == "GET")


def test_nothing_personal_is_done_by_a_program() -> None:
    assert not any(one.case.right in PERSONAL for one in calls())
