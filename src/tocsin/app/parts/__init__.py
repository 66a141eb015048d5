"""What several use cases share. They take what a `Grant` has opened; only use cases import them."""
