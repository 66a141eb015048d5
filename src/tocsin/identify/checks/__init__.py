"""The checks, a folder a family, a file a check."""
