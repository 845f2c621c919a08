"""Panes listen to the navigator and tell the navigator; none knows another."""
