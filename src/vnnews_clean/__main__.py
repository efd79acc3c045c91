"""``python -m vnnews_clean`` is ``vnnews-clean``."""

from __future__ import annotations

from .cli import main

if __name__ == "__main__":
    main(prog_name="vnnews-clean")
