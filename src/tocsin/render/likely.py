"""What came of looking for the incident of a message or an alert, in words."""

from __future__ import annotations

from tocsin.app.likely import Looked
from tocsin.render.words import Words


def came_of_it(looked: Looked, words: Words) -> str:
    """Return how far it was looked, and what nothing found does not mean."""
    if not looked.shows:
        return words.gettext("It shows nothing by which it could be compared.")
    number = words.ngettext(
        "It was compared with %(n)s incident.", "It was compared with the newest %(n)s incidents.", looked.number
    )
    said = (
        words.gettext("Whether it belongs there is for a person to say.") if looked.found
        else words.gettext("Nothing that it shares joins it to one. It may belong to one all the same.")
    )  # fmt: skip
    return f"{number} {said}"
