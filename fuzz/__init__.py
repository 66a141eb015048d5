"""Fuzzing: coverage-guided (atheris), over parse and judge, and over the reading of logs."""
