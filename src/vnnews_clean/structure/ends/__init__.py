"""What of a run that the chain puts outside stays the article's. `bounds` asks the others."""
