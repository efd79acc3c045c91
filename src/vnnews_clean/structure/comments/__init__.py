"""Readers' comments below an article, told by their pattern."""
