"""The stage: what a hearing room sees, as records and painted by one painter."""
