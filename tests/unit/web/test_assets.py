from __future__ import annotations

import pytest
from tests.unit.web.conftest import Place

from tocsin.web import assets


@pytest.mark.parametrize(
    ("path", "kind"),
    [(assets.STYLE, "text/css"), (assets.SCRIPT, "text/javascript"), (assets.ICON, "image/svg+xml")],
)
def test_assets_are_for_everybody_and_may_be_kept(place: Place, path: str, kind: str) -> None:
    answer = place.browser.get(assets.address(path))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.content


def test_their_address_changes_with_their_content(monkeypatch: pytest.MonkeyPatch) -> None:
    assets.address.cache_clear()
    before = assets.address(assets.STYLE)
    assets.address.cache_clear()
    monkeypatch.setattr(assets, "_content", lambda path: b"another")
    after = assets.address(assets.STYLE)
    assets.address.cache_clear()
    assert before.split("=")[0] == after.split("=")[0]
    assert before != after
