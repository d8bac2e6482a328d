"""Every step that a database went through, in order."""

HEAD = "0003"
"""The newest revision; a database that is at it needs no migration and no alembic."""
