"""Writes the generated pages, and what both READMEs show of the program: `python -m scripts.reference`."""

from __future__ import annotations

from pathlib import Path

from scripts.reference import FOLDER, PAGES, ROOT
from scripts.reference.example import with_example
from scripts.reference.readme import READMES, fill


def main() -> None:
    """Write every page that has changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        _write(FOLDER / name, page())
    for name, language in READMES.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        _write(ROOT / name, fill(with_example(text), language))


def _write(file: Path, text: str) -> None:
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
        print(f"wrote {file.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
