"""The texts: one module a language and side (`bad_en`, `good_en`, ...), each with one `BOOK`."""
