"""The reader's own notebook: hearing lists and the hearing log, in a database of their own."""
