"""Goldens: documents with what must become of every line, written beside them and checked by tests."""
