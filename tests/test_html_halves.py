"""Bodies in parts: two halves with a box between, elements with a site's own names, a text beside boilerplate."""

from __future__ import annotations

import pytest

from framed import HEADLINE, SAPO, STORIES, TEXT, text_of
from grown import grown

SHORT = "<p>Lò số một</p><p>Lò số hai</p>"


def box(lines: int) -> str:
    links = "".join(f"<p><a href='/{n}'>{STORIES[n % 3]} {n}</a></p>" for n in range(lines))
    return f"<div class='hop'>{links}</div>"


def halves(
    between: str = "", *, made: str = "<div class='nua'>{}</div>", other: str = "", head: str = ""
) -> str:
    """What is left of an article in two elements, the first of which ends with short lines."""
    first = made.format(f"<p>{TEXT[0]}</p>{SHORT}")
    second = (other or made).format(head + "".join(f"<p>{line}</p>" for line in TEXT[1:]))
    return text_of(f"<div><h1>{HEADLINE}</h1>{first}{between}{second}</div>{box(5)}")


@pytest.mark.parametrize(("lines", "kept"), [(4, True), (5, False)])
def test_lines_between_two_halves_of_a_body(lines: int, kept: bool) -> None:
    text = halves(box(lines))
    assert all(line in text for line in TEXT[1:])
    assert ("Lò số hai" in text) is kept


@pytest.mark.parametrize(
    ("halved", "kept"),
    [
        (halves(box(1)), True),
        (halves(box(1), other="<div class='khac'>{}</div>"), False),
        (halves(box(1), other="<section class='nua'>{}</section>"), False),
        (halves(box(1), head="<h2>Lò gốm bên sông Quê</h2>"), False),
        (halves(box(1), made="<div>{}</div>"), True),
    ],
    ids=["alike", "called otherwise", "another tag", "a heading", "without a name"],
)
def test_the_other_half_is_made_as_the_first(halved: str, kept: bool) -> None:
    assert ("Lò số hai" in halved) is kept


def test_below_a_body_what_has_no_name_either_is_no_half_of_it() -> None:
    body = f"<div>{''.join(f'<p>{line}</p>' for line in TEXT)}</div>"
    other = f"<div><p>{grown(150, 'Tòa nhà')}</p><p>Gác hai</p></div>"
    kept = text_of(f"<div><h1>{HEADLINE}</h1>{body}{box(2)}{other}</div>{box(5)}")
    assert "Gác hai" not in kept


@pytest.mark.parametrize("between", ["<br>", "<p>Lò số hai</p>"])
def test_an_element_with_a_name_of_its_sites_own_that_holds_lines_is_a_block(between: str) -> None:
    text = between.join(TEXT[2:])
    body = f"<x-body><p>{TEXT[0]}</p><p>{TEXT[1]}</p>{text}{between}</x-body>"
    other = f"<x-foot>{grown(200, 'Tòa nhà')}<br>Giấy phép số 9</x-foot>"
    kept = text_of(f"{box(30)}<x-page><h1>{HEADLINE}</h1>{body}</x-page>{box(30)}{other}")
    assert all(line in kept for line in TEXT)
    assert "Tòa nhà" not in kept


def test_such_an_element_without_lines_is_a_word() -> None:
    line = TEXT[1].replace("lò gốm", "<g-emoji>lò</g-emoji> gốm")
    kept = text_of(f"<div><h1>{HEADLINE}</h1><p>{TEXT[0]}</p><p>{line}</p></div>")
    assert TEXT[1] in kept.split("\n\n")


def test_a_text_right_below_the_headline_goes_before_what_says_as_much_further_down() -> None:
    told = grown(300, "Mẻ đầu của lò gốm bên sông Quê")
    about = "".join(
        f"<p>{grown(160, f'Lò gốm bên sông Quê đỏ lửa, chúng tôi nhận đặt báo quý {n}')}</p>"
        for n in range(2)
    )
    rows = (f"<p>{SAPO}</p>{told}", box(20), about)
    table = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    kept = text_of(f"<div><h1>{HEADLINE}</h1></div><table>{table}</table>")
    assert told in kept
    assert "nhận đặt báo" not in kept


@pytest.mark.parametrize(
    ("credit", "kept"), [("Thu Hà", True), ("Bài và ảnh: Thu Hà, từ Phù Lãng", False)]
)
def test_a_name_below_the_headline_is_no_article(credit: str, kept: bool) -> None:
    said = grown(150, "Sáng chủ nhật, chợ")
    page = f"<div><h1>{HEADLINE}</h1><div>{credit}</div></div>{box(1)}{box(1)}<section><p>{said}</p></section>"
    assert (said in text_of(f"{page}{box(5)}")) is kept


def answered(*texts: str) -> str:
    """What is left of readers' comments below a heading."""
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    records = "".join(
        f"<div><div>Lê Bảo {n}</div><div>{x}</div></div>" for n, x in enumerate(texts)
    )
    return text_of(f"<div><h1>{HEADLINE}</h1>{body}<div><h3>Bình luận</h3>{records}</div></div>")


LONG = "Tôi ở ngay bên kia sông, khói lò bay sang thơm lắm."


@pytest.mark.parametrize(
    ("texts", "goes"),
    [
        ((LONG, LONG, "Hay!"), True),
        ((LONG, LONG, "Hay!", "Quá đẹp"), True),
        ((LONG, "Hay!", "Quá đẹp"), False),
        ((LONG, LONG), False),
    ],
)
def test_half_of_the_comments_below_a_heading_are_sentences(
    texts: tuple[str, ...], goes: bool
) -> None:
    assert (LONG not in answered(*texts)) is goes


def test_a_comment_too_short_for_a_sentence_has_a_name() -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    records = "".join(f"<div>{x}</div>" for x in (LONG, f"{LONG} Mong lò cháy mãi.", "Hay!"))
    assert LONG in text_of(
        f"<div><h1>{HEADLINE}</h1>{body}<div><h3>Bình luận</h3>{records}</div></div>"
    )


def within(inner: str) -> str:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    return text_of(f"<div><h1>{HEADLINE}</h1>{body}{inner}{body}</div>")


@pytest.mark.parametrize(
    ("label", "size", "tag", "goes"),
    [
        ("MỚI NHẤT", 24, "div", True),
        ("MỚI NHẤT", 23, "div", False),
        ("TIN NÓNG NHẤT", 30, "div", True),
        ("TIN NÓNG NHẤT NAY", 30, "div", False),
        ("Mới nhất", 24, "div", False),
        ("MỚI NHẤT", 24, "p", False),
    ],
)
def test_a_label_in_capitals_goes_with_its_headline(
    label: str, size: int, tag: str, goes: bool
) -> None:
    line = f"<{tag}><span>{label}</span> <a href='/1'>{grown(size, end='')}</a></{tag}>"
    assert (label not in within(line)) is goes


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("<span>Hà Nội</span><span>24°C</span>", "Hà Nội 24°C"),
        ("<span>CO</span><span>2</span>", "CO2"),
        ("Hà Nội<span>24°C</span>", "Hà Nội24°C"),
        ("<span>Hà Nội</span><sup>2</sup>", "Hà Nội2"),
    ],
)
def test_a_figure_in_a_span_beside_a_name_in_one_is_a_word_of_its_own(row: str, read: str) -> None:
    assert read in within(
        f"<div>Chỗ nào cũng hỏi {row} là bao nhiêu rồi mới chịu ngồi vào bàn.</div>"
    )


CARD = "<div><b>{0}</b><p>{0} là phóng viên thường trú, mười năm đi khắp các xã bãi.</p>{1}</div>"


@pytest.mark.parametrize(
    ("call", "goes"),
    [
        ("<a href='/1'>Xem các bài của tác giả</a>", True),
        ("<a href='/1'>Đọc thêm tất cả bài viết cùng tác giả</a>", True),
        ("<a href='/1'>Xem bản đồ</a>", False),
    ],
)
def test_an_authors_card_leads_to_what_else_the_author_wrote(call: str, goes: bool) -> None:
    text = f"<p>{TEXT[0]}</p>{CARD.format('Lưu Vĩnh', call)}"
    kept = text_of(f"<div><h1>{HEADLINE}</h1><div>{text}</div></div>")
    assert TEXT[0] in kept
    assert ("mười năm đi khắp" not in kept) is goes


def test_names_of_a_list_that_a_sentence_announces_offer_nothing() -> None:
    names = "".join(
        f"<li><a href='/{n}'>{x}</a></li>"
        for n, x in enumerate(["Nhà văn hóa thôn", "Trạm y tế xã"])
    )
    said = grown(150, "Sáng chủ nhật, chợ")
    kept = within(
        f"<div><p>Danh sách các điểm nhận quà gồm có:</p><ul>{names}</ul><p>{said}</p></div>"
    )
    assert "Trạm y tế xã" in kept
    assert said in kept


def test_the_half_below_is_longer_and_has_the_third_paragraph_above() -> None:
    def half(lines: list[str]) -> str:
        return f"<div>{''.join(f'<p>{line}</p>' for line in lines)}</div>"

    more = [grown(150, f"Người xem thứ {n}") for n in range(6)]
    foot = f"<footer>{grown(100)}</footer>" * 14
    kept = text_of(f"<div><h1>{HEADLINE}</h1>{half(TEXT)}{box(2)}{half(more)}{foot}</div>")
    assert all(line in kept for line in (*TEXT, *more))
