"""Documents that cannot be cleaned, and why: the words of quarantines and of a table's status."""

from __future__ import annotations

from enum import StrEnum

from .errors import VnnewsError


class Reason(StrEnum):
    """Why a document was refused."""

    INVALID_JSON = "invalid-json"
    NOT_AN_OBJECT = "not-an-object"
    TOO_DEEP = "too-deep"
    NOT_UTF8 = "not-utf-8"
    MISSING_KEY = "missing-key"
    BINARY = "binary"
    WRONG_TYPE = "wrong-type"
    DUPLICATE_KEY = "duplicate-key"
    KEY_EXISTS = "key-exists"
    LONE_SURROGATE = "lone-surrogate"
    TOO_LONG = "too-long"
    BOMB = "decompression-bomb"
    CORRUPT = "corrupt"
    DEADLINE = "deadline"
    MEMORY = "memory"
    CRASH = "crash"
    ERROR = "error"


class QuarantinedError(VnnewsError):
    """A document that cannot be cleaned, and why."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
