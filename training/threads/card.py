"""What the generator has and makes: `python -m training.threads.card [THREADS]`."""

from __future__ import annotations

import sys
import time
from collections import Counter

from training.threads.content import languages, texts
from training.threads.engine import generate
from training.threads.plots import EVERYDAY, PLOTS


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    start = time.process_time()
    threads = list(generate(1, count))
    seconds = time.process_time() - start
    for lang in languages():
        told = texts(lang)
        attacks = sum(PLOTS[plot].technique != EVERYDAY for plot in told)
        print(f"{lang}: {attacks} storylines of attacks, {len(told) - attacks} of daily mail")
    missing = sorted(set(PLOTS) - {plot for lang in languages() for plot in texts(lang)})
    print(f"storylines without words in any language ({len(missing)}): {' '.join(missing) or 'none'}")
    for (technique, lang), number in sorted(Counter((t.technique, t.lang) for t in threads).items()):
        print(f"{technique:26} {lang} {number:6}")
    bodies = {tuple(letter.raw for letter in thread.messages) for thread in threads}
    messages = sum(len(t.messages) + len(t.twin) for t in threads)
    print(f"{count} threads ({len(bodies)} distinct), {messages} messages, {1000 * seconds / messages:.1f} ms CPU each")


if __name__ == "__main__":
    main()
