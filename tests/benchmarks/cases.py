"""Small cases after public reports by people who clean news, with the right answers.

    python tests/benchmarks/cases.py [FILE]            # those that fail, by kind
    python tests/benchmarks/cases.py --kind tables     # only the kinds that say so
    python tests/benchmarks/cases.py --id md.box       # one case: its input, and what came out
    python tests/benchmarks/cases.py --check           # exit 1 if one fails that is no wish

A case says what comes out (``expected``, but for line breaks at both ends), or what of it must be
there (``must_contain``, ``must_be_lines``) and what must not (``must_not_contain``), and may say
title and metadata. A wish is more than what a cleaner has to do, and is counted apart. The file is
``../shared/cases/cases.jsonl`` unless another is given.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from corpus import SHARED
from vnnews_clean import Cleaner
from vnnews_clean.result import Result

FILE: Final = SHARED / "cases" / "cases.jsonl"


class Case(NamedTuple):
    """An input and what is right for it."""

    id: str
    kind: str
    phenomenon: str
    wish: bool
    html: bool
    url: str | None
    data: str | bytes
    expected: str | None
    must_contain: tuple[str, ...]
    must_not_contain: tuple[str, ...]
    must_be_lines: tuple[str, ...]
    title: str | None
    metadata: Mapping[str, str | list[str]]


def load(path: Path) -> Iterator[Case]:
    """The cases of a file of JSON lines."""
    for row in map(json.loads, path.read_bytes().splitlines()):
        data = row["input"]
        yield Case(
            id=row["id"],
            kind=row["kind"],
            phenomenon=row["phenomenon"],
            wish=bool(row.get("wish")),
            html=row["input_kind"] == "html",
            url=row.get("url"),
            data=bytes.fromhex(data) if row.get("encoding") == "hex" else data,
            expected=row.get("expected"),
            must_contain=tuple(row.get("must_contain") or ()),
            must_not_contain=tuple(row.get("must_not_contain") or ()),
            must_be_lines=tuple(row.get("must_be_lines") or ()),
            title=row.get("expected_title"),
            metadata=row.get("expected_meta") or {},
        )


def cleaned(cleaner: Cleaner, case: Case) -> Result:
    """The case's input as `cleaner` leaves it."""
    return cleaner.clean_html(case.data, url=case.url) if case.html else cleaner.clean(case.data)


def faults(case: Case, result: Result) -> Iterator[str]:
    """What is wrong with `result`, one fault a line; nothing where the case passes."""
    text, lines = result.text, {line.strip() for line in result.text.split("\n")}
    if case.expected is not None and text.strip("\n") != case.expected.strip("\n"):
        yield "text differs from what is expected"
    yield from (f"missing: {piece}" for piece in case.must_contain if piece not in text)
    yield from (f"leaked: {piece}" for piece in case.must_not_contain if piece in text)
    yield from (f"no line of its own: {line}" for line in case.must_be_lines if line not in lines)
    if case.title not in (None, result.title):
        yield f"title is {result.title!r}, not {case.title!r}"
    for key, value in case.metadata.items():
        found = getattr(result.metadata, key, None)
        right = list(found or ()) == value if isinstance(value, list) else _begins(found, value)
        if not right:
            yield f"metadata: {key} is {found!r}, not {value!r}"


def _begins(found: object, value: str) -> bool:
    return str(found or "").startswith(value)


def shown(case: Case, result: Result) -> Iterator[str]:
    """One case for people: what came in, what was cut, and how the outcome differs."""
    yield f"== {case.id} [{case.kind}]: {case.phenomenon}"
    yield case.data if isinstance(case.data, str) else repr(case.data)
    for removal in result.removals:
        cut = result.document.text[removal.start : removal.end]
        yield f"-- {' + '.join(removal.rules)}: {cut!r}"
    if case.expected is None:
        yield from ("-- came out", result.text)
    else:
        right, found = (text.strip("\n").split("\n") for text in (case.expected, result.text))
        yield from difflib.unified_diff(right, found, "expected", "came out", n=99, lineterm="")
    yield from (f"!! {fault}" for fault in faults(case, result))


def report(cases: Sequence[Case], wrong: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The failing cases by kind, the worst kind first, and a last line with the counts."""
    total = Counter(case.kind for case in cases)
    failing = Counter(case.kind for case in cases if case.id in wrong)
    for kind, count in failing.most_common():
        yield f"{kind}: {count} of {total[kind]} fail"
        for case in cases:
            if case.kind == kind and case.id in wrong:
                yield f"  {case.id:<22}{'(wish) ' if case.wish else ''}{case.phenomenon}"
                yield from (f"      {fault[:150]}" for fault in wrong[case.id])
    wishes = [case for case in cases if case.wish]
    open_wishes = sum(case.id in wrong for case in wishes)
    yield (
        f"{len(cases) - len(wishes)} cases, {len(wrong) - open_wishes} fail; "
        f"{len(wishes)} wishes, {open_wishes} fail"
    )


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("file", nargs="?", type=Path)
    p.add_argument("--kind", default="", metavar="WORDS", help="only kinds with these words")
    p.add_argument("--input", choices=["html", "text"], help="only pages, or only texts")
    p.add_argument("--id", action="append", default=[], metavar="ID", help="show this case")
    p.add_argument("--check", action="store_true", help="exit 1 if one fails that is no wish")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options = parser().parse_args(argv)
    path = options.file or FILE
    if not path.exists():
        sys.stderr.write(f"no cases at {path.name}: nothing checked\n")
        return 2 if options.file else 0
    cleaner = Cleaner()
    cases = [
        case
        for case in load(path)
        if options.kind.casefold() in case.kind.casefold()
        and options.input in (None, "html" if case.html else "text")
    ]
    results = {case.id: cleaned(cleaner, case) for case in cases}
    if options.id:
        for case in cases:
            if case.id in options.id:
                print(*shown(case, results[case.id]), sep="\n")
        return 0
    wrong = {case.id: found for case in cases if (found := [*faults(case, results[case.id])])}
    print(*report(cases, wrong), sep="\n")
    return int(options.check and any(case.id in wrong and not case.wish for case in cases))


if __name__ == "__main__":
    sys.exit(main())
