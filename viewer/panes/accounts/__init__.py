"""Accounts beside each other: who says what on each point."""
