from __future__ import annotations
from collections.abc import Sequence
from .model import Document, Label, Metadata


def collect(document: Document, labels: Sequence[Label]) -> Metadata:
    return document.metadata
