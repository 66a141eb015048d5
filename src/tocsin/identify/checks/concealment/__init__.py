"""Checks on what a message conceals: text the reader does not see, or does not see as it is."""
