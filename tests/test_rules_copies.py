"""Numbers of copies, each with a case on either side."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.headline import numbered_copies
from vnnews_clean.rules import copies

PROSE = (
    "Lò nung cuối cùng của làng vẫn đỏ lửa mỗi đêm, thợ già ngồi canh cho tới khi trời sáng hẳn."
)


@pytest.mark.parametrize(("size", "cell"), [(20, True), (21, False)])
def test_cells_of_a_table_are_short(size: int, cell: bool) -> None:
    document = Cleaner().read("\n".join(["a" * size, "Công ty Gốm Sông Quê", "b" * size]))
    assert copies._is_cell(document, 1) == cell


@pytest.mark.parametrize(
    ("headline", "found"), [("Làng gốm bên sông Hậu", 1), ("Chuyển nhượng thuyền buồm", 0)]
)
def test_headlines_whose_numbered_copies_are_alt_texts(headline: str, found: int) -> None:
    document = Cleaner().read("\n".join([headline, PROSE, f"{headline} 1"]))
    assert len(list(numbered_copies(document))) == found
