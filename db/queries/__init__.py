"""Statements, one file a subject: plain values and rows in, plain values and rows out; none commits."""
