"""What a judged message gives to be compared with others: the way from mail to features."""

from __future__ import annotations

from datetime import datetime

from tocsin.attribute.features import merged, of_mail
from tocsin.identify.mail import Mail
from tocsin.identify.sites import is_known
from tocsin.identify.traits import traits_of
from tocsin.model.context import Context
from tocsin.model.operation import Feature, IncidentFeatures
from tocsin.model.verdict import Class, Verdict


def features_of(message: str, mail: Mail, verdict: Verdict, context: Context) -> tuple[Feature, ...]:
    """Return the features of a message with the id `message`; none of mail that is clean, or from or to sources."""
    traits = traits_of(message, mail, verdict, context) if verdict.verdict is not Class.CLEAN else None
    return merged(of_mail(traits, context.profile, is_known)) if traits else ()


def alone(message: str, mail: Mail, verdict: Verdict, context: Context, now: datetime) -> IncidentFeatures | None:
    """Return a message as an incident of its own; None where it has nothing to be compared by."""
    features = features_of(message, mail, verdict, context)
    return IncidentFeatures(message, context.as_of or now, features) if features else None
