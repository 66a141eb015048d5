"""Checks on who a message says it is from, and on what speaks for or against that."""
