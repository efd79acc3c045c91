"""Reading: bytes, text or a page become a `Document` that rules can read."""
