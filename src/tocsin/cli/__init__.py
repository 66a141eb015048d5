"""The command line: parse, call a use case, render. Nothing else."""
