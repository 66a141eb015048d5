from __future__ import annotations

import pytest

from tocsin.cli.i18n import default_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "ar", "LC_ALL": "en_GB"}, "en"),
        ({}, "en"),
        ({"LC_MESSAGES": "fr"}, "en"),
    ],
)
def test_the_environment_chooses(environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_language() == language
