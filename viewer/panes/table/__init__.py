"""Events as a table: the timeline's twin for reading line by line, whatever their number."""
