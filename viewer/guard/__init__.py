"""What this process forbids itself, and what it leaves on the disk. No Qt."""
