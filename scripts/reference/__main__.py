"""Writes the generated pages and the figures in both READMEs: `python -m scripts.reference`."""

from __future__ import annotations

from scripts.reference import FOLDER, PAGES, ROOT
from scripts.reference.readme import READMES, fill


def main() -> None:
    """Write every page that has changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = {FOLDER / name: make() for name, make in PAGES.items()}
    wanted |= {ROOT / name: fill((ROOT / name).read_text(encoding="utf-8"), lang) for name, lang in READMES.items()}
    for file, text in wanted.items():
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            print(f"wrote {file.relative_to(ROOT)}")


main()
