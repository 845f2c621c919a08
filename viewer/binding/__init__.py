"""How PySide comes into the process, without what a start can do without."""
