"""What markup says of a block goes before what it looks like."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner

PAGE = """<html><body><article>
<h1>Lò gốm ven sông lại đỏ lửa</h1>
<p>Mười năm không khói, lò gốm ven sông vừa nung mẻ đầu tiên với hai nghìn chiếc bát men nâu cho một nhà hàng ở thành phố.</p>
<h2>Thợ cả năm nay hai mươi bảy tuổi.</h2>
<p>Anh học nghề từ ông nội, người giữ lại chiếc bàn xoay cuối cùng của làng qua mấy mùa lụt, đêm nào cũng lau dầu một lượt.</p>
<ul><li>Đất sét lấy từ đáy ao làng, phơi đủ ba nắng rồi mới đem nhào với nước mưa.</li></ul>
<blockquote>Hễ còn thấy khói là còn biết trong làng có người làm ra tiền, bà cụ bảo vậy.</blockquote>
<table><tr><td>Mẻ đầu tiên có hai nghìn chiếc bát men nâu</td></tr></table>
<p>Bà con nói khói lò làm mắt cay, nhưng không ai phiền, vì ai cũng nhớ những năm làng chỉ còn tiếng gà và tiếng trẻ con.</p>
</article></body></html>"""
KINDS = {
    "Mười năm": "body",
    "Thợ cả": "heading",
    "Anh học nghề": "body",
    "Đất sét": "list",
    "Hễ còn": "quote",
    "Mẻ đầu": "table",
    "Bà con": "body",
}


@pytest.mark.parametrize(("beginning", "kind"), KINDS.items())
def test_a_block_of_a_page_is_what_its_element_says(beginning: str, kind: str) -> None:
    result = Cleaner().clean_html(PAGE)
    kinds = {
        label.kind.value
        for label in result.labels
        if label.rule == "structure.blocks"
        and result.document.text.startswith(beginning, label.start)
    }
    assert kinds == {kind}
