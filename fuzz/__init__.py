"""Fuzzing: coverage-guided (atheris), over parse and judge."""
