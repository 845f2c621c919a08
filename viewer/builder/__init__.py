"""A folder of CSV and Markdown becomes a case; every problem is collected with its file and line. No Qt."""
