"""Which rules the goldens exercise."""

from __future__ import annotations

import textwrap
from collections.abc import Collection

from ..rules import TABLE
from ..ruleset import installed


def coverage(exercised: Collection[str]) -> str:
    """How many of the rules cut or name something in a golden, and which do not."""
    known = [rule.id for rule in (*TABLE, *installed())]
    idle = [rule for rule in known if rule not in exercised]
    own = sorted(set(exercised) - set(known))
    lines = [f"{len(known) - len(idle)} of {len(known)} rules are exercised"]
    if idle:
        named = textwrap.fill(", ".join(idle), 96, initial_indent="  ", subsequent_indent="  ")
        lines[0] += "; not by any golden:"
        lines.append(named)
    if own:
        lines.append(f"  and of your own: {', '.join(own)}")
    return "\n".join(lines)
