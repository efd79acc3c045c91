"""Corpora of any size through one cleaner: in order, nothing lost, resumable.

``readers ─ Chunk ─▶ workers ─ Outcome ─▶ sink + quarantine ─ journal``

The parent process only cuts inputs into chunks and writes what comes back, in input order.
Parsing, cleaning and packing happen in the workers. `engine.run` is the way in.
"""
