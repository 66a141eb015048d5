"""Written suites: spear-phishing threads with benign twins, and benign source tips."""
