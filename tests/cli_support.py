"""What the tests of the command line share: a runner, and a small document of our own."""

from __future__ import annotations

from click.testing import CliRunner, Result

from vnnews_clean.cli import main

KEPT = (
    "Chợ nổi họp lại sau mùa nước lớn",
    "Sáng nay, hơn ba trăm ghe thuyền đã trở lại khúc sông quen thuộc để bán trái cây và rau củ.",
    "Bà Tư Lành, người có bốn mươi năm buôn bán ở đây, nói khách năm nay đông hơn mọi năm.",
)
BOX = (
    "TIN LIÊN QUAN",
    "Người thợ đóng ghe cuối cùng của làng ven sông",
    "Mùa nước nổi về muộn, ngư dân thấp thỏm chờ cá",
)
CLEAN = "\n".join(KEPT) + "\n"
DIRTY = "\n".join((*KEPT, *BOX)) + "\n"
"""`CLEAN`, and a box that goes."""
PAGE = f"""<!DOCTYPE html>
<html><head><title>{KEPT[0]}</title></head><body>
<nav><a href="/">Trang chủ</a> <a href="/kinh-te">Kinh tế</a></nav>
<article><h1>{KEPT[0]}</h1><p>{KEPT[1]}</p><p>{KEPT[2]}</p></article>
<footer><a href="/lien-he">Liên hệ tòa soạn</a></footer></body></html>
"""


def run(*arguments: object, stdin: str | bytes = "") -> Result:
    """``vnnews-clean`` with these arguments, in this process."""
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
