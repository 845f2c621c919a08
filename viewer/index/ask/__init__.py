"""One module per family of questions; together the only door to the index."""
