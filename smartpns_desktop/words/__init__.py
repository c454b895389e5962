"""The Indonesian words: sentences for problems, notices and errors, labels for fields and codes."""
