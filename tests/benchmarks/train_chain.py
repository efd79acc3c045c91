"""Trains the weights of the chain: a structured perceptron with margins, averaged, then rounded.

    python tests/benchmarks/train_chain.py MATERIAL.pickle [--cv] [--out WEIGHTS]
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections import Counter, defaultdict

import numpy as np
from chain_material import Example  # noqa: F401

STATES = "ATPGNHISMZ"
INSIDE = frozenset("TPGN")
NEG = -1e9


def allowed():
    ok = np.zeros((10, 10), bool)
    for a, x in enumerate(STATES):
        for b, y in enumerate(STATES):
            fine = True
            if y == "A" and x != "A": fine = False
            if x == "Z" and y != "Z": fine = False
            if y == "T" and x not in "ATNM": fine = False
            if x == "A" and y in "SZ": fine = False
            ok[a, b] = fine
    return ok


OK = allowed()
START = np.array([s in "ATPGNHIM" for s in STATES])


def cost_table(weight_lost=3.0):
    """cost[gold][predicted] per line, without the words."""
    c = np.zeros((10, 10))
    for a, x in enumerate(STATES):
        for b, y in enumerate(STATES):
            if x == "N" or x == y: continue
            if x in INSIDE and y not in INSIDE: c[a, b] = weight_lost
            elif x not in INSIDE and y in INSIDE: c[a, b] = 1.0
    return c


class Doc:
    __slots__ = ("fold", "id", "ids", "starts", "gold", "gaps", "cost", "words", "weight", "mask")


def index(examples, vocab, grow):
    docs = []
    for e in examples:
        d = Doc(); d.id, d.fold, d.weight = e.id, e.fold, e.weight
        flat, starts = [], []
        for row in e.names:
            starts.append(len(flat))
            for n in row:
                k = vocab.get(n)
                if k is None and grow: k = vocab[n] = len(vocab)
                if k is not None: flat.append(k)
        d.ids, d.starts = np.array(flat), np.array(starts)
        d.gold = np.array([STATES.index(s) for s in e.gold])
        d.gaps = np.array(e.gaps, int); d.words = np.array(e.words)
        d.mask = np.zeros((len(d.gold), 10))
        a, z = e.middle
        for i in range(len(d.gold)):
            if i >= a and d.gold[i] != 0: d.mask[i, 0] = NEG
            if i <= z and d.gold[i] != 9: d.mask[i, 9] = NEG
        docs.append(d)
    return docs


def viterbi(em, trans, gaps):
    n = len(em)
    back = np.zeros((n, 10), int)
    score = em[0] + np.where(START, 0, NEG)
    for i in range(1, n):
        t = score[:, None] + trans[gaps[i]]
        back[i] = t.argmax(0)
        score = t[back[i], np.arange(10)] + em[i]
    path = np.zeros(n, int)
    path[-1] = score.argmax()
    for i in range(n - 1, 0, -1): path[i - 1] = back[i, path[i]]
    return path


def train(docs, size, epochs=5, seed=0, lost=3.0, margin=1.0, verbose=True, decay=0.0):
    W = np.zeros((size, 10)); A = np.zeros_like(W)
    T = np.zeros((2, 10, 10)); TA = np.zeros_like(T)
    mask = np.where(OK, 0, NEG)
    C = cost_table(lost)
    rnd = random.Random(seed); order = list(range(len(docs)))
    c = 1.0
    for ep in range(epochs):
        rnd.shuffle(order); wrong = 0
        for k in order:
            d = docs[k]
            em = np.add.reduceat(W[d.ids], d.starts, axis=0) + d.mask
            scale = (0.5 + np.minimum(d.words, 60) / 20.0)[:, None]
            aug = em + margin * C[d.gold] * scale
            path = viterbi(aug, T + mask, d.gaps)
            # neutral lines: any inside state will do
            if (path != d.gold).any():
                bad = np.flatnonzero(path != d.gold)
                wrong += 1
                # step ~ PA-I: loss over squared norm
                for i in bad:
                    ids = d.ids[d.starts[i]: d.starts[i + 1] if i + 1 < len(d.starts) else None]
                    W[ids, d.gold[i]] += 1; W[ids, path[i]] -= 1
                    A[ids, d.gold[i]] += c; A[ids, path[i]] -= c
                g, p = d.gold, path
                np.add.at(T, (d.gaps[1:], g[:-1], g[1:]), 1); np.add.at(T, (d.gaps[1:], p[:-1], p[1:]), -1)
                np.add.at(TA, (d.gaps[1:], g[:-1], g[1:]), c); np.add.at(TA, (d.gaps[1:], p[:-1], p[1:]), -c)
            c += 1
        if verbose: print("epoch", ep, "wrong", wrong, "of", len(docs), flush=True)
    return W - A / c, T - TA / c


def judge(docs, W, T):
    mask = np.where(OK, 0, NEG)
    res = defaultdict(Counter)
    for d in docs:
        em = np.add.reduceat(W[d.ids], d.starts, axis=0) + d.mask
        path = viterbi(em, T + mask, d.gaps)
        r = res[d.id.split("/")[0]]
        r["docs"] += 1; fault = 0
        for g, p, w in zip(d.gold, path, d.words):
            g, p = STATES[g], STATES[p]
            if g == "N": continue
            if g == "T": continue
            r["content" if g in INSIDE else "boiler"] += w
            if g in INSIDE and p not in INSIDE: r["lost"] += w; fault += 1
            if g not in INSIDE and p in INSIDE: r["leaked"] += w; fault += 1
        r["perfect"] += not fault
    return res


def show(res):
    for name, r in res.items():
        print(f"  {name:10} docs {r['docs']:4} perfect {r['perfect']/r['docs']:.3f} lost {100*r['lost']/max(1,r['content']):.3f}% ({r['lost']}) leaked {100*r['leaked']/max(1,r['boiler']):.2f}% ({r['leaked']})", flush=True)


def main():
    p = argparse.ArgumentParser(); p.add_argument("material"); p.add_argument("--cv", action="store_true"); p.add_argument("--out")
    p.add_argument("--folds", type=int, default=5); p.add_argument("--epochs", type=int, default=5); p.add_argument("--lost", type=float, default=3.0); p.add_argument("--min", type=int, default=8); p.add_argument("--margin", type=float, default=1.0)
    o = p.parse_args()
    ex = pickle.load(open(o.material, "rb"))
    count = Counter(n for e in ex for n in {n for row in e.names for n in row})
    vocab = {n: k for k, n in enumerate(sorted(n for n, c in count.items() if c >= o.min))}
    print("features", len(vocab))
    docs = index(ex, vocab, False)
    if o.cv:
        total = defaultdict(Counter)
        for f in range(o.folds):
            W, T = train([d for d in docs if d.fold != f], len(vocab), o.epochs, lost=o.lost, verbose=False, margin=o.margin)
            for k, v in judge([d for d in docs if d.fold == f], W, T).items(): total[k].update(v)
        print("held out"); show(total)
    else:
        W, T = train(docs, len(vocab), o.epochs, lost=o.lost, margin=o.margin)
        show(judge(docs, W, T))


if __name__ == "__main__":
    main()
