"""medallion as a peer: OASIS's own server, which says of itself that it is not for production."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.lib.process import PeerError, free_port, server
from bench.lib.taxii import TAXII, Running

PYTHON = "MEDALLION_PYTHON"
"""Names the interpreter of an environment in which medallion is installed."""
_COLLECTION = "91a7b528-80eb-42ed-a74d-c6fbd5a26116"
_STIX = "application/stix+json;version=2.1"


def version() -> str:
    """Its version. Raises PeerError when it is not installed."""
    python = os.environ.get(PYTHON)
    if not python:
        raise PeerError(f"not installed: {PYTHON} names no interpreter that has it")
    said = subprocess.run(
        [python, "-c", "from medallion.version import __version__; print(__version__)"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if said.returncode:
        raise PeerError("not installed")
    return said.stdout.strip()


@contextmanager
def running(page: int) -> Iterator[Running]:
    """Runs it with an empty collection in memory, and basic authentication. Raises PeerError."""
    version()
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-medallion-") as name:
        folder = Path(name)
        root = f"http://127.0.0.1:{port}/api1/"
        collection = {"id": _COLLECTION, "title": "bench", "can_read": True, "can_write": True, "media_types": [_STIX]}
        data = {
            "/discovery": {"title": "bench", "default": root, "api_roots": [root]},
            "api1": {
                "information": {"title": "bench", "versions": [TAXII], "max_content_length": 100 << 20}, "status": [],
                "collections": [collection | {"objects": [], "manifest": []}],
            },
        }  # fmt: skip
        (folder / "data.json").write_text(json.dumps(data))
        backend = {"module": "medallion.backends.memory_backend", "module_class": "MemoryBackend"}
        (folder / "conf.json").write_text(json.dumps({
            "backend": backend | {"filename": str(folder / "data.json")}, "users": {"user": "pass"},
            "taxii": {"max_page_size": page},
        }))  # fmt: skip
        basic = f"Basic {base64.b64encode(b'user:pass').decode()}"
        command = [str(Path(os.environ[PYTHON]).parent / "medallion"), "--port", str(port), str(folder / "conf.json")]
        made = Running(0, port, f"/api1/collections/{_COLLECTION}/", basic)
        with server(command, folder / "log", lambda: _answers(made)) as pid:
            yield Running(pid, port, made.path, basic)


def _answers(made: Running) -> bool:
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", made.port, timeout=5)
    return bool(made.ask(connection, "GET", made.path))
