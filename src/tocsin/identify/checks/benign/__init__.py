"""Checks that speak for a message, and the reminder that a stranger may be a source."""
