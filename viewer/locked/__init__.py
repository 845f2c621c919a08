"""The one process that touches foreign bytes: decodes documents behind a lock, and says what it could not do."""
