"""The benchmarks that the documentation quotes, each beside its peers in the same run."""
