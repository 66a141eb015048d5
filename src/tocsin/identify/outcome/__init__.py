"""How far an attempt got, and what stopped it: said from logs, and *unknown* where they do not tell."""
