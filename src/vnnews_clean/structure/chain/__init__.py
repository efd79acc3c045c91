"""The chain of states that a document's lines are in, and what it weighs of them."""
