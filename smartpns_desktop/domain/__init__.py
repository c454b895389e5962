"""Meaning: the trade's terms and its rules as pure functions, on the standard library alone."""
