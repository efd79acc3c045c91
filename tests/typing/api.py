"""What users write. It must type-check under ``mypy --strict``; it is never run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import assert_type

import vnnews_clean
from vnnews_clean import (
    Block,
    Cleaner,
    Document,
    DocumentType,
    Kind,
    Label,
    Mark,
    Metadata,
    PolicyName,
    Removal,
    Result,
    Rule,
    context_rule,
    rule,
)
from vnnews_clean.testing import Case, complaints, read_cases

assert_type(vnnews_clean.clean("text"), str)
assert_type(vnnews_clean.clean(b"bytes"), str)
assert_type(vnnews_clean.clean_html("<p>text</p>"), str)
assert_type(vnnews_clean.clean_html(b"<p>bytes</p>", url="https://example.vn/a.html"), str)
assert_type(vnnews_clean.__version__, str)


@rule("mine.hotline", kind=Kind.AD)
def pairs(document: Document) -> Iterator[tuple[int, int]]:
    """Plain pairs will do."""
    for block in document.blocks:
        yield block.start, block.end


@rule("mine.kinds", kind=["caption", Kind.BYLINE], phrases=["related.header"], needs="text")
def marks(document: Document) -> Iterator[Mark]:
    """Marks say how sure they are, and which kind."""
    for hit in document.hits["related.header"]:
        yield Mark(hit.start, hit.end, 0.9, Kind.BYLINE)


@context_rule("mine.context", kind="promo")
def contextual(document: Document, labels: Sequence[Label]) -> list[Mark]:
    """A list is as good as a generator."""
    return [
        Mark(label.start, label.end) for label in labels if document.text_of(document.blocks[0])
    ]


assert_type(pairs, Rule)
assert_type(contextual, Rule)

cleaner = Cleaner(
    policy="body",
    select=["related", "mine"],
    ignore=("related.box",),
    keep=["caption"],
    drop=["byline"],
    rules=[pairs, marks, contextual],
    phrases={"related.header": ["góc nhìn"]},
    sites=(),
    repair="off",
)
assert_type(hash(cleaner), int)
assert_type(cleaner.fingerprint, str)

chosen: PolicyName = "light"
assert_type(Cleaner(policy=chosen).policy, PolicyName)
Cleaner(policy="articel")  # type: ignore[arg-type]  # a mistyped policy is seen by the type checker

result = cleaner.clean("text")
kind: DocumentType = result.document_type
assert_type(result, Result)
assert_type(cleaner.clean_html(b"<p>page</p>", url=None), Result)
assert_type(result.text, str)
assert_type(result.title, str)
assert_type(result.metadata, Metadata)
assert_type(result.metadata.authors, tuple[str, ...])
assert_type(result.metadata.as_dict(), dict[str, str | list[str]])
assert_type(result.blocks, tuple[Block, ...])
assert_type(result.labels, tuple[Label, ...])
assert_type(result.removals, tuple[Removal, ...])
assert_type(result.document, Document)
assert_type(result.explain(), str)
assert_type(result.as_dict(), dict[str, object])
assert_type(result.to_markdown(), str)
assert_type(result.to_html(), str)
assert_type(result.restore(), str)

for case in read_cases(Path("mine.hotline.txt")):
    assert_type(case, Case)
    assert_type(complaints(case, cleaner), list[str])
