"""What the shipped model is fitted on and with; not part of the installed program."""
