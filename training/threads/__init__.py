"""Synthetic threads of targeted mail, and daily mail of the same people: see README.md."""

from training.threads.engine import generate
from training.threads.schema import Letter, Thread

__all__ = ["Letter", "Thread", "generate"]
