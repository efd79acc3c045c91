"""What was cut, to look at: one document as a page, and a whole run as a report."""
