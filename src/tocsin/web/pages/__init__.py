"""The pages of the console, one file for each place in it."""

from __future__ import annotations

from typing import Final

from litestar.handlers import HTTPRouteHandler

from tocsin.web.pages import (
    accounts,
    ask,
    assessments,
    case_evidence,
    case_work,
    cases,
    claims,
    figures,
    hand_on,
    home,
    incidents,
    language,
    likely,
    log,
    me,
    message,
    oidc,
    operations,
    outcomes,
    outgoing,
    partners,
    people,
    questions,
    queue,
    sign_in,
    statements,
    upload,
    warnings,
)

_PLACES: Final = (
    home,
    sign_in,
    oidc,
    me,
    language,
    queue,
    message,
    questions,
    upload,
    ask,
    people,
    incidents,
    accounts,
    operations,
    likely,
    outcomes,
    outgoing,
    partners,
    hand_on,
    statements,
    claims,
    assessments,
    cases,
    case_work,
    case_evidence,
    warnings,
    figures,
    log,
)
PAGES: Final[list[HTTPRouteHandler]] = [
    one for place in _PLACES for one in vars(place).values() if isinstance(one, HTTPRouteHandler)
]
