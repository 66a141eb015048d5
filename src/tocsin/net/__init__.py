"""The outside world: files, and what else is read from or written to beyond the process."""
