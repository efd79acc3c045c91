"""Plain line ends and spaces: what is replaced at one go is what is mended one by one."""

from __future__ import annotations

import pickle
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnnews_clean.edits import Late
from vnnews_clean.phrases import builtin
from vnnews_clean.read.repair import ASKED, repair
from vnnews_clean.scan import Scanner

LOOK = Scanner(builtin(), ASKED)
NBSP = "\N{NO-BREAK SPACE}"
PIECES = st.sampled_from(
    [
        "\r\n",
        "\r",
        "\n",
        NBSP,
        " ",
        "Nước lên.",
        "Ã",
        "á»",
        "®",
        "&nbsp;",
        "\u0301",
        "\u200b",
        "xa0",
        "a",
        "e\u0302\u0301",
        "\u2126",
        "\u0301" * 65,
    ]
)


@given(st.lists(PIECES, max_size=8).map("".join))
@example(f"Nước lên.\r\nChợ họp{NBSP}{NBSP}sớm.\r\n")
@example(f"Nước{NBSP}lên.\r\r\nChợ họp sớm.")
@example(unicodedata.normalize("NFD", f"Nước{NBSP}lên.\r\nChợ họp sớm."))
@example("Nước e" + "\u0301" * 64)
@example("Nước e" + "\u0301" * 65)
@example(unicodedata.normalize("NFD", "Ãº nước lên."))
def test_what_is_replaced_at_one_go_is_what_is_mended_one_by_one(source: str) -> None:
    found, slow = repair(source, look=LOOK), repair(source)
    assert replace(found, seen=None) == slow
    assert tuple(found.edits) == slow.edits


@pytest.mark.parametrize(
    ("beside", "at_one_go"),
    [
        ("", True),
        ("R&D", True),
        ("xa0", True),
        ("e\u0302\u0301", True),
        ("º", False),
        ("\r", False),
    ],
)
def test_only_where_nothing_else_is_wrong(beside: str, *, at_one_go: bool) -> None:
    source = f"Nước lên.\r\nChợ họp{NBSP}sớm. {beside}"
    assert isinstance(repair(source, look=LOOK).edits, Late) is at_one_go


def test_edits_that_nobody_asks_for_are_not_listed() -> None:
    source = f"Nước lên.\r\nChợ họp{NBSP}sớm."
    edits = repair(source, look=LOOK).edits
    assert edits
    assert "_edits" not in vars(edits)
    first, second = pickle.loads(pickle.dumps(edits))
    assert [first, second] == list(edits) == [*edits[:1], edits[1]]
    assert (first.reason, second.reason) == ("line-end", "nbsp")
    assert hash(edits) == hash((first, second))
    assert edits == (first, second) != repair(f" {source}", look=LOOK).edits
    assert repr(edits) == repr((first, second))
