"""Fuzz parse and judge. `python -m fuzz.fuzz_judge FOLDER [libFuzzer flags]`; found inputs and the corpus go to FOLDER.

The seeds are the examples of the checks; the dictionary holds their header names, tags and the marks of MIME and URLs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tocsin"]):
    from tests.robust.invariants import assert_sound, engine

    from tocsin.formats.mime import parse
    from tocsin.identify.check import all_checks

    all_checks()  # imports the checks, so that they are instrumented too

_MARKS = (
    "\\x0d\\x0a", "\\x0a\\x0a", "--", "boundary=", "=?utf-8?B?", "=?utf-8?Q?", "?=", "base64", "quoted-printable",
    "charset=",
    "multipart/mixed", "message/rfc822", "text/html", "filename*0*=utf-8''", "http://", "https://", "xn--", "@", "%2e",
    "<a href=", "<style>", "</style>", "display:none", "<!--", "-->", "<form action=", "<base href=", "&#x200b;",
    "\\xe2\\x80\\xae", "\\xe2\\x80\\x8b", "data:text/html;base64,", "[::1]", "utf-7", "utf-16", "iso-2022-jp",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """The messages that the checks give as examples."""
    for check in all_checks().values():
        for example in (*check.hits(), *check.misses()):
            if len(example.raw) < 20_000:
                yield example.raw


def dictionary() -> str:
    """The words of the format, one a line, as libFuzzer reads them."""
    names = sorted({field.name for raw in seeds() for field in parse(raw).headers})
    return "".join(f'"{word}"\n' for word in (*_MARKS, *(f"{name}: " for name in names if name.isprintable())))


def prepare(folder: Path) -> list[str]:
    """Write seeds and dictionary below `folder`; return the arguments for libFuzzer."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for number, raw in enumerate(seeds()):
            (corpus / f"seed-{number:04}").write_bytes(raw)
    words = folder / "words.dict"
    words.write_text(dictionary(), encoding="ascii", errors="ignore")
    return [
        str(corpus),
        f"-dict={words}",
        f"-artifact_prefix={folder}/found-",
        "-timeout=60",
        "-report_slow_units=60",
        "-rss_limit_mb=3000",
    ]


def one(data: bytes) -> None:
    """One execution."""
    assert_sound(data)


def main() -> None:
    """Fuzz until libFuzzer's own limits (`-max_total_time`, `-runs`) say stop."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    engine()
    atheris.Setup([sys.argv[0], *prepare(folder), *sys.argv[2:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
