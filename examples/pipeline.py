"""A pipeline: dumps of a crawl in, articles worth keeping out, and what was cut by which kind.

python examples/pipeline.py IN.jsonl OUT.jsonl
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from vnnews_clean import Cleaner

SHORTEST = 20
"""Words of the shortest article that is kept."""


def articles(source: Path, cut: Counter[str]) -> Iterator[dict[str, object]]:
    """The records of `source`, cleaned; those with too little left are passed over."""
    cleaner = Cleaner(policy="body", ignore=("tags",))
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            result = cleaner.clean(record["text"])
            for removal in result.removals:
                cut[removal.kind] += removal.end - removal.start
            if len(result.text.split()) >= SHORTEST:
                yield {**record, "text": result.text, "title": result.title}


def main(source: Path, target: Path) -> None:
    """Clean `source` into `target` and print what was cut."""
    cut: Counter[str] = Counter()
    count = 0
    with target.open("w", encoding="utf-8") as out:
        for record in articles(source, cut):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    print(f"{count} articles")
    for kind, size in cut.most_common():
        print(f"{kind:<12}{size:>8} characters")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
