"""Training material of the chain: pages whose every line is known, read as the chain reads them.

    python tests/benchmarks/chain_material.py OUT.pickle

Labelled pages of the development corpus, made pages (``../shared/bench/compose.py``) and articles
that nothing has to be taken from. Nothing of their texts gets into the weights but the shapes of lines.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import pickle
import random
import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import corpus as corpora
from rapidfuzz.distance import Indel
from scoring import words
from vnnews_clean import Cleaner
from vnnews_clean.rule import run
from vnnews_clean.structure.features import features, middle, read

STATES = "ATPGNHISMZ"


class Example(NamedTuple):
    id: str
    fold: int
    """-1: in every training set."""
    names: list[list[str]]
    gold: str
    words: list[int]
    gaps: list[bool]
    weight: float = 1.0
    middle: tuple[int, int] = (10**9, -1)


CLEANER = Cleaner()
FOLDS = 5


def fold_of(name: str) -> int:
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % FOLDS


def known(document, rate, rnd):
    """`document` without a random part of the lexicon."""
    if not rate:
        return document
    salt = str(rnd.random())
    def stays(phrase):
        return int(hashlib.md5((salt + phrase).encode()).hexdigest()[:8], 16) / 2**32 >= rate
    hits = {g: kept for g, hs in document.hits.items() if (kept := tuple(h for h in hs if stays(h.phrase)))}
    return replace(document, hits=hits)


def example(id, fold, text, states, rate=0.0, rnd=random, weight=1.0):
    document = CLEANER.read(text)
    if len(document.blocks) != len(states):
        return None
    document = known(document, rate, rnd)
    phases = CLEANER._rules.removing
    labels = sorted(phases[0].labels(document)) if rate < 0.9 else []
    reading = read(document, labels)
    names = features(document, reading)
    sizes = [document.text_of(b).count(" ") + 1 for b in document.blocks]
    return Example(id, fold, names, states, sizes, [b.gap > 1 for b in document.blocks], weight, middle(reading))


def sides(text, segments):
    """C, N or B for each line of `text`, and the kind, by the words it shares with the segments."""
    lines = [l.strip() for l in text.splitlines() if l.strip()]
    page, of_line = [], []
    for i, l in enumerate(lines):
        w = words(l); page += w; of_line += [i] * len(w)
    gold, of_seg = [], []
    for i, s in enumerate(segments):
        w = words(s.text); gold += w; of_seg += [i] * len(w)
    vocab = {}
    a = [vocab.setdefault(w, len(vocab)) for w in page]; b = [vocab.setdefault(w, len(vocab)) for w in gold]
    votes = [{} for _ in lines]
    for op in Indel.opcodes(a, b):
        if op.tag == "equal":
            for x, y in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)):
                s = segments[of_seg[y]]
                v = votes[of_line[x]]; k = (s.label, s.kind); v[k] = v.get(k, 0) + 1
    found = []
    for l, v in zip(lines, votes):
        if not v: found.append(("N", "other")); continue
        total = sum(v.values())
        k = max(v, key=v.get)
        if k[0] == "B" and v[k] < 0.9 * total and sum(n for (lab, _), n in v.items() if lab == "B") < .9 * total: k = ("C", "body")
        found.append(k)
    return lines, found


UI = {"ui", "share", "follow", "player", "ad", "login", "widget", "comments", "nav", "promo", "meta", "duplicate", "tags"}


def states_of(lines, found):
    """The states of labelled lines."""
    from vnnews_clean.structure.sorts import sort_of
    content = [i for i, (l, k) in enumerate(found) if l == "C"]
    if not content: return "".join("Z" for _ in found)
    titles = [i for i, (l, k) in enumerate(found) if k == "title" and l != "B"]
    first, last = min(content[0], *titles[:1]) if titles else content[0], content[-1]
    out = []
    for i, (l, k) in enumerate(found):
        sort = sort_of(lines[i])
        if i < first:
            rest_b = any(found[j][0] == "B" for j in range(i, first))
            out.append("A" if rest_b else "N")
        elif i > last:
            any_b = any(found[j][0] == "B" for j in range(last, i))
            out.append("Z" if l == "B" or any_b else "N")
        elif k == "title" and l != "B": out.append("T")
        elif l == "C": out.append("P" if sort in ("paragraph", "long") else "G")
        elif l == "N": out.append("N")
        elif k in UI or sort in ("number", "stamp", "menu") : out.append("M")
        else:
            out.append("S" if sort in ("paragraph", "long", "cut", "sentence") else "I")
    # A header: a short line above items
    for i in range(first, last):
        if out[i] in "IM" and i + 1 < len(out) and out[i + 1] in "IS" and (i == 0 or out[i - 1] not in "ISH") and len(lines[i]) < 40:
            out[i] = "H"
    return "".join(out)


def pages(corpus):
    rnd = random.Random(1)
    for gold in corpora.load(corpus, "lines"):
        pub = gold.id.rsplit("-", 1)[0]
        for name, path in (("lines", gold.path), ("tight", corpus / f"renderings/tight/{gold.id}.txt"), ("loose", corpus / f"renderings/loose/{gold.id}.txt"), ("traf", corpus / f"renderings/traf/{gold.id}.txt"), ("read", corpus / f"renderings/read/{gold.id}.txt")):
            text = path.read_text(encoding="utf-8", errors="replace")
            lines, found = sides(text, gold.segments)
            states = states_of(lines, found)
            for rate in (0.0, 0.5, 1.0) if name == "lines" else (0.3,) :
                e = example(f"{name}/{gold.id}", fold_of(pub), text, states, rate, rnd, 1.0)
                if e: yield e


def dumps(corpus):
    rnd = random.Random(2)
    for gold in corpora.load(corpus, "dumps"):
        text = gold.path.read_text(encoding="utf-8", errors="replace")
        lines, found = sides(text, gold.segments)
        if len(lines) < 3: continue
        states = states_of(lines, found)
        for rate in (0.0, 0.6):
            e = example(f"dumps/{gold.id}", fold_of(gold.id), text, states, rate, rnd)
            if e: yield e


def composed(n, seed, variants=True):
    path = corpora.BESIDE.parent / "bench" / "compose.py"
    spec = importlib.util.spec_from_file_location("compose", path)
    compose = importlib.util.module_from_spec(spec); spec.loader.exec_module(compose)
    per = n // FOLDS
    for f in range(FOLDS):  # pages made of one fold only: no chrome of another gets in
        rnd = random.Random(seed + f)
        for k, (text, states) in enumerate(compose.make(per, seed + f, [f])):
            e = example(f"composed/{f}/{k}", f, text, states, rnd.choice((0.0, 0.3, 0.5, 0.8, 1.0)), rnd)
            if e: yield e


def crossed(corpus, n, seed):
    """Frames of labelled pages around other articles, made of one fold only."""
    import chain_pages
    path = corpora.BESIDE.parent / "bench" / "compose.py"
    spec = importlib.util.spec_from_file_location("compose", path)
    compose = importlib.util.module_from_spec(spec); spec.loader.exec_module(compose)
    rows = [json.loads(l) for l in open(corpus / "html.gold.jsonl", encoding="utf-8")]
    for f in range(FOLDS):
        pool = compose.Pool([f]); framed = chain_pages.frames(rows, [f], fold_of)
        if not framed: print("no frames", f); continue
        rnd = random.Random(seed + f)
        for k in range(n // FOLDS):
            made = [x if x is None else (re.sub(r"\s+", " ", x[0]).strip(), x[1]) for x in chain_pages.page(pool, framed, rnd)]
            made = [x for x in made if x is None or x[0]]
            text, states = compose.text_of(made)
            if len(states) < 3: continue
            e = example(f"crossed/{f}/{k}", f, text, "".join(states), rnd.choice((0.0, 0.3, 0.5, 0.8, 1.0)), rnd)
            if e: yield e


def clean_articles(corpus, n, seed):
    """Articles as they are, wrapped, or with their lists: all content."""
    rnd = random.Random(seed)
    from vnnews_clean.structure.sorts import sort_of
    every = [a for a in corpora.articles(corpus) if a.source not in ("mds",)]
    rnd.shuffle(every)
    made = 0
    for a in every:
        text = a.text
        if rnd.random() < 0.15:
            text = "\n".join(y for x in text.splitlines() for y in (textwrap.wrap(x, rnd.choice((60, 72, 80, 100))) or [""]))
        lines = [l.strip() for l in text.splitlines() if l.strip()]
        if len(lines) < 3: continue
        states = "".join("P" if sort_of(l) in ("paragraph", "long") else "N" if sort_of(l) in ("credit", "byline", "stamp", "caption") else "T" if i == 0 else "G" for i, l in enumerate(lines))
        e = example(f"article/{a.id}", fold_of(a.id), text, states, 0.0, rnd, 1.0)
        if e:
            yield e
            made += 1
            if made >= n: return


def main(out):
    corpus = corpora.find(None)
    found = [*pages(corpus), *dumps(corpus), *composed(1200, 7), *crossed(corpus, 2000, 11), *clean_articles(corpus, 900, 3)]
    print(len(found), sum(len(e.gold) for e in found))
    with open(out, "wb") as f: pickle.dump(found, f)


if __name__ == "__main__":
    main(sys.argv[1])
