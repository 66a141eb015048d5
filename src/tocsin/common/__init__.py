"""Pure helpers that several rooms need."""
