"""What the reader is doing now: focus, navigator, desk, job."""
