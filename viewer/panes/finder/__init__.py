"""Finding as one types: a field, and results grouped by what they are."""
