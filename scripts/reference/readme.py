"""The parts of both READMEs that come from the program: its help and the tables of figures."""

from __future__ import annotations

from typing import Final

from scripts.reference import headline
from scripts.reference.cli import help_of
from scripts.reference.markdown import between

READMES: Final = {"README.md": "en", "README.ar.md": "ar"}


def fill(readme: str, language: str) -> str:
    """Return a README with what stands between its marks made anew."""
    readme = between(readme, "figures", headline.tables(language))
    return between(readme, "help", f"```text\n$ tocsin --help\n{help_of(language=language)}\n```\n")
