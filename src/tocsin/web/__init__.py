"""The console and the HTTP API: parse, call a use case, render; nothing else."""
