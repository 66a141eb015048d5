"""What do we say together, and can anybody check it? Texts in two languages with the same facts, and their seal."""
