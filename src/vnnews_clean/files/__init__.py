"""Files on disk: found, read, planned, shown as a diff, and rewritten without ever tearing."""
