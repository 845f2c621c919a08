"""The events by kind: a list, and the text twin of the timeline."""
