"""One event: date, figures by claimant, claims, quotations, relations, discrepancies."""
