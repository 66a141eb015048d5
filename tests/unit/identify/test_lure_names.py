"""Domains made of the words of a sign-in."""

from __future__ import annotations

import pytest

from tocsin.identify.lure_names import lure_label


@pytest.mark.parametrize(
    ("host", "label"),
    [
        ("login-check.test", "login-check"),
        ("www.account-verification.web.app", "account-verification"),
        ("secureloginupdate24.test", "secureloginupdate24"),
        ("webmail.test", ""),
        ("login.harbour.example", ""),
        ("secure-harbour.test", ""),
        ("support-center.test", ""),
        ("", ""),
    ],
)
def test_the_label_that_names_no_company(host: str, label: str) -> None:
    assert lure_label(host) == label
