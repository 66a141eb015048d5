"""The user's own rules, compiled with clear errors and run over what is attached."""

from __future__ import annotations

import pytest

from tocsin.formats.mime import parse
from tocsin.identify import samples
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.yara import compile_rules, matches
from tocsin.model.error import InputError

RULE = 'rule Harbour { strings: $a = "magic word" condition: $a }'


def test_matches_inside_archives() -> None:
    packed = samples.zipped(("b.txt", b"the magic word"))
    mail = Mail(parse(message(text="x", attachments=[("a.zip", "application/zip", packed)]).raw))
    assert matches(compile_rules({"own.yar": RULE}), mail) == (("Harbour", "1.2"),)


def test_bad_rules_are_explained() -> None:
    with pytest.raises(InputError, match=r"own\.yar"):
        compile_rules({"own.yar": "rule {"})
