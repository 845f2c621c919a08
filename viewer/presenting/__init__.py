"""Presenting at a hearing: the public screen, the presenter's console, and the one show both of them follow."""
