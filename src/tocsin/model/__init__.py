"""The vocabulary: frozen structs, no I/O, no logic beyond invariants."""
