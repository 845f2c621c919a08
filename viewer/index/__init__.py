"""The questions: our own SQLite, made from a checked case; the window reads nothing else. No Qt."""
