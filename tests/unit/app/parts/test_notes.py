from __future__ import annotations

import pytest
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import cases, evidence, submission
from tocsin.app.evidence import Collected
from tocsin.app.identify import Judge
from tocsin.app.parts.notes import label
from tocsin.model.error import InputError
from tocsin.model.record import EvidenceRecord


@pytest.mark.parametrize("text", ["", "upload", "message/rfc822", "1.2.0+local (build 7)", "x" * 80])
def test_plain_words_may_stand_in_the_log(text: str) -> None:
    assert label(text) == text


@pytest.mark.parametrize("text", ["x" * 81, "a\nb", "<b>", "سري", "a\x00", "name@harbour.example", "a\u202e"])
def test_anything_else_may_not(text: str) -> None:
    with pytest.raises(InputError, match="short and plain"):
        label(text)


def test_what_a_caller_says_of_itself_is_looked_at_before_anything_is_written(house: House) -> None:
    case = cases.open_case(house.dana, "March")
    with house.store.read("harbour") as reader:
        size = reader.log.size
    for media_type, tool, version in (("a@b", "t", "1"), ("a/b", "<t>", "1"), ("a/b", "t", "1\n2")):
        collected = Collected(b"x", EvidenceRecord("a", "b"), media_type, house.clock(), tool, version)
        with pytest.raises(InputError):
            evidence.add(house.dana, case, [collected])
    with pytest.raises(InputError):
        list(submission.submit(house.dana, Judge(make_engine()), [written(1)], source="from lena@harbour.example"))
    with house.store.read("harbour") as reader:
        assert reader.log.size == size
