"""Bytes to model and back, one format a file. Nothing here opens a file or a socket."""
