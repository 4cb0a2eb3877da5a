"""PostgreSQL with the second fence: the database is told whose rows may be seen and written (see lib/fences.py)."""
