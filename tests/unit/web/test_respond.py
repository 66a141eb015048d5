from __future__ import annotations

import pytest

from tocsin.web.respond import back_to


@pytest.mark.parametrize("path", ["/", "/queue?state=waiting", "/messages/mail-1"])
def test_a_path_of_the_console_is_gone_back_to(path: str) -> None:
    assert back_to(path, "/else") == path


@pytest.mark.parametrize(
    "path", [None, "", "queue", "//evil.test", "/\\evil.test", "\\\\evil.test", "https://evil.test", "javascript:1"]
)
def test_nothing_else_is(path: str | None) -> None:
    assert back_to(path, "/else") == "/else"
