"""Between workbooks and meaning: a file becomes lines, records and problems, and records become a file."""
