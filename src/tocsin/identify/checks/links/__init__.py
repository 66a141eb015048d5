"""Checks on where links lead."""
