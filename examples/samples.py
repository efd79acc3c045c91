"""Clean the sample documents of the test suite: the articles, then what was removed and why.

python examples/samples.py [FILE…]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from vnnews_clean import Cleaner, Result

SAMPLES = Path(__file__).parents[1] / "tests" / "fixtures" / "seeds"


def removed(results: list[Result]) -> Iterator[str]:
    """A table: for every rule, how many spans and words it removed, and the first of them."""
    spans: Counter[str] = Counter()
    words: Counter[str] = Counter()
    first: dict[str, str] = {}
    for result in results:
        for removal in result.removals:
            text = " ".join(result.document.text[removal.start : removal.end].split())
            rule = removal.rules[0]
            spans[rule] += 1
            words[rule] += len(text.split())
            first.setdefault(rule, text)
    yield f"{'rule':<24}{'spans':>6}{'words':>7}   for example"
    for rule, count in spans.most_common():
        yield f"{rule:<24}{count:>6}{words[rule]:>7}   {first[rule][:60]}"
    yield f"{'all':<24}{spans.total():>6}{words.total():>7}"


def main(paths: list[Path]) -> None:
    cleaner = Cleaner()
    results = [cleaner.clean(path.read_bytes()) for path in paths]
    for path, result in zip(paths, results, strict=True):
        print(f"===== {path.name}\n{result.text}\n")
    print(*removed(results), sep="\n")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(SAMPLES.glob("*.input.txt")))
