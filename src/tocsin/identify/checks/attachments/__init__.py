"""Checks of what is attached: what the files can do, and what their names pretend."""
