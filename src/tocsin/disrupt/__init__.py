"""How is it stopped everywhere, without breaking anything? Blocklists, each format in a file."""
