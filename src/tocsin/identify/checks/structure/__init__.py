"""Checks on how a message is built."""
