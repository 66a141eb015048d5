"""Use cases: fetch facts, call a pure function, hand on what came out. Synchronous; I/O only through ports."""
