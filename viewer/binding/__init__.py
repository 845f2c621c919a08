"""How PySide and our own modules come into the process, without what a start can do without."""
