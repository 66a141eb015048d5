from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tocsin.app.operations import alone, features_of
from tocsin.formats.mime import parse
from tocsin.identify.examples import PROFILE, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.operation import Feature, FeatureKind
from tocsin.model.verdict import Class, Verdict

NOW = datetime(2026, 3, 4, tzinfo=UTC)
BAD, CLEAN = (Verdict(one, 0.9, 0.9, ()) for one in (Class.MALICIOUS, Class.CLEAN))


def mail(**fields: Any) -> Mail:
    return Mail(parse(message(links=[("here", "https://evil.test/a/b.php")], **fields).raw))


def test_a_message_that_is_not_clean_gives_what_it_can_be_compared_by() -> None:
    found = features_of("message-1", mail(), BAD, Context(profile=PROFILE))
    assert Feature(FeatureKind.HOST, "evil.test", ("message-1",)) in found


def test_clean_mail_and_mail_to_sources_give_nothing() -> None:
    assert features_of("message-1", mail(), CLEAN, Context(profile=PROFILE)) == ()
    assert alone("message-1", mail(to="tips@harbour.example"), BAD, Context(profile=PROFILE), NOW) is None


def test_alone_it_is_an_incident_of_the_time_when_it_came() -> None:
    at = datetime(2026, 3, 3, tzinfo=UTC)
    known = alone("message-1", mail(), BAD, Context(profile=PROFILE, as_of=at), NOW)
    unknown = alone("message-1", mail(), BAD, Context(profile=PROFILE), NOW)
    assert known is not None
    assert unknown is not None
    assert (known.incident, known.at, unknown.at) == ("message-1", at, NOW)
