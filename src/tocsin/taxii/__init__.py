"""TAXII 2.1 (OASIS Standard, 10 June 2021): the server by which partners read and write collections."""
