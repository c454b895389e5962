"""Whatever bytes call themselves a workbook must end in a plan, a question or a refusal; started by `dev.py fuzz`."""
