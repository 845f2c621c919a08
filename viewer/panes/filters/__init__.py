"""What is asked for: facets with live counts, a span, saved views, and the line of chips above the list."""
