"""Starting the console."""

from __future__ import annotations

import errno
import socket
import tempfile
from pathlib import Path

import pytest
from tests.unit.cli.terminal import run

from tocsin.cli.listening import listening
from tocsin.cli.serve import keep_scratch_in_memory
from tocsin.model.error import InputError, StoreError


def test_what_an_upload_spills_lies_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    keep_scratch_in_memory(tmp_path)
    with tempfile.SpooledTemporaryFile(max_size=10) as spilled:
        spilled.write(b"more than ten bytes")
        assert tempfile.gettempdir() == str(tmp_path)


def test_a_system_without_such_a_folder_keeps_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    keep_scratch_in_memory(tmp_path / "not there")
    assert tempfile.gettempdir() != str(tmp_path)


@pytest.mark.enable_socket
def test_a_port_that_is_taken_is_told_before_anything_is_done(node: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        told = run("serve", "--port", str(other.getsockname()[1]))
    assert isinstance(told.exception, InputError)
    assert "--port" in str(told.exception.hint)
    assert "The console is at" not in told.output


@pytest.mark.enable_socket
def test_ipv6_takes_no_ipv4_address_along(home: Path) -> None:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        pytest.skip("this machine has no IPv6")
    with listening("::", 0) as opened, socket.socket() as outside:
        opened.listen()
        assert outside.connect_ex(("127.0.0.1", opened.getsockname()[1])) == errno.ECONNREFUSED
        assert opened.proto == socket.IPPROTO_TCP
    with listening("127.0.0.1", 0) as opened:
        assert opened.family is socket.AF_INET


def test_an_address_of_a_store_that_is_none_keeps_its_password(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_STORE", "postgresql//u:hushhush@h/x")
    told = run("log", "show")
    assert isinstance(told.exception, StoreError)
    assert "hushhush" not in f"{told.output} {told.exception} {told.exception.hint}"
