"""Written and generated training mail. Nothing in here is ever fetched, sent or shipped as an example."""
