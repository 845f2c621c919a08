"""How every citation of the case stands in its document."""
