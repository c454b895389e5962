"""Imports: one judge a subject compares lines with the store, one service plans and applies."""
