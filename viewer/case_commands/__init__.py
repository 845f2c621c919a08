"""The commands of evidence-case that work on a finished case: sign, verify, custody, trust, diff."""
