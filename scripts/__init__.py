"""What is run while working on Tocsin, and never by its users."""
