"""Checks on what the words ask for."""
