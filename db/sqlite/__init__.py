"""Everything that only SQLite has: pragmas, triggers, error codes, backup; another server would stand beside it."""
