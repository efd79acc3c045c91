"""The JSON schemas of what a batch run writes beside the articles, and with them."""

from __future__ import annotations

from typing import Any, Final

from ..quarantine import Reason
from .tally import COUNTS

SCHEMA_VERSION: Final = 2
"""Goes up when a field of an output changes its meaning or goes; new fields leave it."""

_COUNT: Final[dict[str, object]] = {"type": "integer", "minimum": 0}
_COUNTS: Final[dict[str, object]] = {"type": "object", "additionalProperties": _COUNT}
_REMOVAL: Final[dict[str, object]] = {
    "type": "object",
    "required": ["start", "end", "kind", "rules", "text"],
    "properties": {
        "start": {**_COUNT, "description": "code points, in the repaired text or that of the page"},
        "end": _COUNT,
        "kind": {"type": "string"},
        "rules": {"type": "array", "items": {"type": "string"}},
        "text": {"type": "string"},
    },
}
_ARTICLE: Final[dict[str, object]] = {
    "title": "An article: the fields of the input, and those of --add under their names or others",
    "type": "object",
    "properties": {
        "text": {"type": "string", "description": "the article; --text-key names the field"},
        "title": {"type": "string"},
        "document_type": {"enum": ["article", "index", "other"]},
        "metadata": {
            "type": "object",
            "additionalProperties": {
                "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
            },
        },
        "removals": {"type": "array", "items": _REMOVAL},
        "url": {"type": "string", "description": "of a page out of an archive"},
        "date": {
            "type": "string",
            "description": "when it was fetched, of a page out of an archive",
        },
        "id": {"type": "string", "description": "of the record of an archive"},
        "path": {"type": "string", "description": "inside its folder, of a file"},
    },
}
_PLACE: Final[dict[str, object]] = {
    "file": {"type": "string"},
    "line": {**_COUNT, "minimum": 1},
    "record": {**_COUNT, "minimum": 1},
    "row": {**_COUNT, "minimum": 1},
    "offset": {**_COUNT, "description": "bytes of the unpacked file"},
    "documents": {**_COUNT, "description": "where it is not one"},
    "detail": {"type": "string"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "bytes": _COUNT,
    "truncated": {"const": True},
    "input": {"type": "string", "description": "the document as it came in"},
    "input_base64": {"type": "string", "description": "instead of input, where that is no UTF-8"},
}


def _refused(title: str, reasons: list[str]) -> dict[str, object]:
    return {
        "title": title,
        "type": "object",
        "required": ["file", "reason", "detail", "sha256", "bytes"],
        "properties": {**_PLACE, "reason": {"enum": reasons}},
        "additionalProperties": False,
    }


_STATISTICS: Final[dict[str, object]] = {
    "title": "The counts of a run (--stats): documents = written + rejected + quarantined",
    "type": "object",
    "properties": {
        "made_by": {
            "type": "object",
            "required": ["version", "rules", "schema"],
            "properties": {
                "version": {"type": "string"},
                "rules": {"type": "string", "description": "another one where outputs may differ"},
                "schema": {"const": SCHEMA_VERSION},
            },
        },
        "documents": {
            "type": "object",
            "required": list(COUNTS),
            "properties": dict.fromkeys(COUNTS, _COUNT),
            "additionalProperties": False,
        },
        "passed_over": {**_COUNTS, "description": "what is no document, by what it is"},
        "rejected": {**_COUNTS, "description": "by reason"},
        "quarantined": {**_COUNTS, "description": "by reason"},
        "characters": {"type": "object", "properties": {"in": _COUNT, "out": _COUNT}},
        "removed": {
            "type": "object",
            "description": "characters",
            "properties": {"by_kind": _COUNTS, "by_rule": _COUNTS},
        },
        "sites": {"type": "object", "additionalProperties": _COUNTS},
        "milliseconds": {"type": "object", "additionalProperties": {"type": "number"}},
        "seconds": {"type": "number"},
        "documents_per_second": {"type": "number"},
    },
    "additionalProperties": False,
}
_FILTERED: Final = ["too-short", "no-article", "no-date", "no-title", "not-vietnamese"]
SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    "article": _ARTICLE,
    "quarantine": _refused("A document that could not be cleaned", [r.value for r in Reason]),
    "rejected": _refused("A document that the filters did not want", _FILTERED),
    "stats": _STATISTICS,
}
"""By output, as JSON Schema (2020-12) has them."""
