"""What people see, in whichever interface: words, labels, harmless text, sanitised messages, pages, pictures."""
