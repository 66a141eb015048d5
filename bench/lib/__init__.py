"""What the benchmarks share: corpus, sanitiser, statistics, peers, output."""
