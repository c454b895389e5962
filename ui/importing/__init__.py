"""The import wizard: five steps from a file to what is stored, on one draft."""
