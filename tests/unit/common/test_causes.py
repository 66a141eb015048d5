from __future__ import annotations

import errno
import os

import pytest

from tocsin.common.causes import cause_of, no_scratch, quoted
from tocsin.render.words import Words


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.ENOENT, errno.EROFS, errno.EIO, errno.ELOOP])
def test_the_usual_errors_of_the_system_are_told_in_the_readers_language(number: int) -> None:
    cause = cause_of(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in str(cause)
    assert not [letter for letter in Words("ar").tell(cause) if letter.isascii() and letter.isalpha()]


def test_any_other_error_is_quoted() -> None:
    cause = cause_of(OSError(errno.EXDEV, "Invalid cross-device link"))
    assert str(cause) == 'the system says "Invalid cross-device link"'
    assert Words("ar").tell(cause) == "نص ما أورده \u2068النظام\u2069: «\u2068Invalid cross-device link\u2069»"
    assert str(cause_of(OSError("odd"))) == 'the system says "OSError"'


def test_each_line_of_a_quotation_is_isolated() -> None:
    """An isolate ends with its paragraph: after a line end the rest would run as the Arabic around it does."""
    shown = Words("ar").tell(quoted("YARA-X", "error: x\n --> line 1:2"))
    assert "\u2068error: x\u2069\n\u2068 --> line 1:2\u2069" in shown


def test_the_error_of_scratch_files_names_their_folder() -> None:
    error = no_scratch("/scratch", cause_of(OSError(errno.ENOSPC, "No space left on device")))
    assert str(error) == "/scratch, where scratch files go, cannot be written: there is no room left"
