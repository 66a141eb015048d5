"""What a detection is: one file, one declaration, of one of few forms (`tocsin.identify.forms`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from tocsin.identify.forms.form import Form
from tocsin.model.activity import Activity
from tocsin.model.alert import Severity

SEVERITIES: Final = (Severity.INFORMATIONAL, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)
NEEDS: Final = ("country", "asn", "tor", "hosting", "judged")
"""What a detection may need beside the logs: columns that are null where nobody gave the data."""
Story = Sequence[Activity]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """One detection. `form` says what is found, `facts` what of it is told."""

    id: str
    severity: Severity
    title: Mapping[str, str]
    """A few words, in English and Arabic."""
    explain: Mapping[str, str]
    """What it looks for, why that matters and what else it may be, in English and Arabic, without numbers."""
    form: Form
    hits: Callable[[], Sequence[Story]]
    """Examples, each the events of one story in which it must find something."""
    misses: Callable[[], Sequence[Story]]
    """Stories, as near to the examples as possible, in which it must find nothing."""
    attack: tuple[str, ...] = ()
    """ATT&CK technique ids."""
    defend: tuple[str, ...] = ()
    """D3FEND technique ids of what would have stopped it."""
    facts: Mapping[str, pl.Expr] = field(default_factory=dict)
    """Told with an alert: keys of `tocsin.render.alerts.FACTS`."""
    needs: tuple[str, ...] = ()
    """Which data beside the logs it cannot do without (of NEEDS)."""


def facts(*columns: str, **computed: pl.Expr) -> Mapping[str, pl.Expr]:
    """Return facts by name: columns of the event as they are, and what is computed of them."""
    return {**{name: pl.col(name) for name in columns}, **computed}
