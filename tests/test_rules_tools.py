"""What a browser prints is only looked for in what a browser wrote."""

from __future__ import annotations

from vnnews_clean import Cleaner
from vnnews_clean.rules.tools import browser_furniture

PROSE = (
    "Lò nung cuối cùng của làng vẫn đỏ lửa mỗi đêm, thợ già ngồi canh cho tới khi trời sáng hẳn."
)


def test_signs_of_a_browser_mean_nothing_in_a_plain_text() -> None:
    document = Cleaner(dialect="plain").read(f"{PROSE}\n[image]\n{PROSE[:60]} ...")
    assert document.dialect == "plain"
    assert browser_furniture.labels(document, ()) == []
