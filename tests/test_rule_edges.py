"""Rules for flat text find nothing in a text of many lines, also where nobody asked their sign."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grown import grown
from vnnews_clean import Cleaner
from vnnews_clean.rules import TABLE
from vnnews_clean.ruleset import RuleSet, run

RULES = {rule.id: rule for rule in TABLE}
FLAT = {
    "ui.edge": f"{grown(300)} Chia sẻ Copy link thành công ×",
    "nav.edge": f"Trang chủ Thời sự Thế giới Kinh tế Giáo dục Thể thao Bến đò {grown(300, 'mở')}",
    "footer.edge": f"{grown(300)} Giấy phép số 12/GP-BTTTT Tổng biên tập: Trần Văn Lúa"
    " Tòa soạn: số 9 đường Bến Cũ",
    "related.below_byline": f"{grown(600)} Bảo Ngọc Nhiều xưởng gốm men nâu nung khói rơm,"
    " khách nước ngoài đặt hết hàng năm tới.",
}


@pytest.mark.parametrize("rule", FLAT)
@pytest.mark.parametrize(("lines", "found"), [(0, True), (3, True), (4, False)])
def test_flat_text_has_four_lines_at_most(rule: str, lines: int, found: bool) -> None:
    body = [grown(120, f"Ngày thứ {n}, ") for n in range(lines)]
    parts = [FLAT[rule], *body] if rule == "nav.edge" else [*body, FLAT[rule]]
    document = replace(Cleaner().read("\n".join(parts)), seen=None)
    assert bool(run(RuleSet((RULES[rule],)).removing, document)) is found
