"""Comments in a text, known by name, words and date alone: the numbers, with a case on either side."""

from __future__ import annotations

import pytest

from vnnews_clean import Cleaner, clean
from vnnews_clean.structure.comments.remarks import closing_remarks

ARTICLE = (
    "Cây cầu tạm bắc qua kênh Ông Cò vừa được thay bằng cầu bê tông rộng ba mét, xe ba gác qua lại được hai chiều.",
    "Dân hai bên bờ góp một phần ba kinh phí, phần còn lại do huyện cấp từ nguồn sửa chữa thường xuyên trong năm.",
    "Ba tháng làm cầu, học sinh phải đi vòng bốn cây số, sáng nào cũng có người lớn đứng chờ ở ngã ba để dắt qua lộ.",
)
SAID = (
    "Mừng cho bà con, hồi trước đi ngang đó mùa mưa là run chân.",
    "Xin hỏi bao giờ thì làm tiếp đoạn đường đất phía trong?",
    "Quê ngoại tôi ở đó, nghe tin mà nôn nao muốn về thăm.",
    "Nên đặt bảng cấm xe tải ngay từ đầu kẻo lại hư như cầu cũ.",
)
NAMES = ("Trần Bá Lộc", "Lê Mỹ Hạnh", "Võ Thành Tín", "Hồ Ngọc Mai")
FORMS = {
    "the date below": "{name} đã nói...\n{said}\n09:1{n} {n} tháng 4, 2031",
    "the date above": "{name}\n1{n}/04/2031 20:15\n{said}",
    "in one line": "{name} - 1{n}/04/2031 08:30\n{said}\nThích\nTrả lời",
    "some time ago": "{name}\n{n} giờ trước\n{said}\nPhản hồi",
    "buttons above the date": "{name}\n{said}\nThích ({n})\nTrả lời\n{n} giờ trước",
    "buttons beside the date": "{name}\n{said}\n{n} giờ trước Thích {n} Trả Lời",
    "as foreign tools say it": "{name} · {n} hours ago\n{said}\nReply",
}


def comments(form: str, count: int, names: tuple[str, ...] = NAMES) -> str:
    rows = zip(range(1, count + 1), names, SAID, strict=False)
    return "\n".join(form.format(n=n, name=name, said=said) for n, name, said in rows)


def below(text: str, above: tuple[str, ...] = ARTICLE) -> list[str]:
    """What stays below the article, all of which must stay."""
    lines = clean("\n".join((*above, text))).splitlines()
    assert lines[: len(above)] == list(above)
    return lines[len(above) :]


def remarked(text: str, header: str = "") -> int:
    """How many lines below the article are comments, where a line that reads `header` is known as one."""
    lines = Cleaner().clean("\n".join((*ARTICLE, text))).document.lines
    found = closing_remarks(lines, ["header" * (line.text == header) for line in lines])
    return found.last - found.first + 1 if found else 0


@pytest.mark.parametrize("form", FORMS)
def test_three_comments_go(form: str) -> None:
    assert below(comments(FORMS[form], 3)) == []


@pytest.mark.parametrize("form", ["the date below", "the date above"])
def test_two_comments_stay_unless_a_header_says_what_they_are(form: str) -> None:
    two = comments(FORMS[form], 2)
    assert SAID[0] in below(two)
    assert below(f"Ý kiến bạn đọc\n{two}") == []


def test_four_lines_of_buttons_stand_between_two_comments_and_no_five() -> None:
    form = FORMS["the date above"]
    assert below(comments(f"{form}\nThích\nBỏ thích\nGhim\nBáo xấu", 3)) == []
    assert SAID[0] in below(comments(f"{form}\nThích\nBỏ thích\nGhim\nBáo xấu\nẨn\nSao", 3))


ANSWERED = "Xã cho biết sẽ làm tiếp đoạn đường đất phía trong ngay khi hết mưa, kinh phí đã có trong dự toán năm nay."


@pytest.mark.parametrize(
    "between", [f"Huỳnh Văn Sáu\n{ANSWERED}", "Thích\nBỏ thích\nGhim\nBáo xấu\nẨn\nSao"]
)
def test_three_comments_are_that_whatever_stands_below_them(between: str) -> None:
    form = FORMS["the date above"]
    last = form.format(n=9, name=NAMES[3], said=SAID[3])
    assert remarked(f"{comments(form, 3)}\n{between}\n{last}") == 9


@pytest.mark.parametrize(
    "above",
    [f"Huỳnh Văn Sáu\n{ANSWERED}", FORMS["the date above"] + "\nẨn\nSao\nGhim\nSửa\nBáo\nXóa"],
)
def test_three_comments_are_that_whatever_stands_above_them(above: str) -> None:
    first = above.format(n=9, name=NAMES[3], said=SAID[3])
    assert remarked(f"{first}\n{comments(FORMS['the date above'], 3)}") == 9


@pytest.mark.parametrize(("buttons", "lines"), [(4, 17), (5, 0)])
def test_four_buttons_stand_between_comments(buttons: int, lines: int) -> None:
    form = "\n".join((FORMS["the date above"], *("Thích", "Ghim", "Sửa", "Ẩn", "Sao")[:buttons]))
    assert remarked(comments(form, 3)) == lines


def test_one_comment_is_none_below_a_header_either() -> None:
    form = FORMS["the date above"]
    lines = Cleaner().clean("\n".join((*ARTICLE, "Ý kiến", comments(form, 2)))).document.lines
    said = ["comment" * (line.text == "Ý kiến") for line in lines]
    assert closing_remarks(lines, said)
    assert not closing_remarks(lines[:-3], said)


def test_an_hour_without_a_date_makes_no_name_a_comments() -> None:
    assert remarked(comments("{name} 2{n}:15\n{said}\n1{n}/04/2031 20:15", 3)) == 0


def test_a_comment_ends_above_a_header_and_above_what_is_no_button() -> None:
    headed = comments("{name}\nXem thêm\n{said}\n1{n}/04/2031 20:15", 3)
    assert remarked(headed) == 12
    assert remarked(headed, header="Xem thêm") == 0
    assert remarked(comments("{name}\n{said}\nGóc phố\n1{n}/04/2031 20:15", 3)) == 0
    assert remarked(comments("{name}\n{said}\nThích\n1{n}/04/2031 20:15", 3)) == 12


def test_a_comment_has_seven_lines_at_most() -> None:
    long = "{name}\n{said}" + "\nVâng, đúng vậy đó." * 4 + "\n1{n}/04/2031 20:15"
    assert below(comments(long, 3)) == []
    longer = "{name}\n{said}" + "\nVâng, đúng vậy đó." * 5 + "\n1{n}/04/2031 20:15"
    assert SAID[0] in below(comments(longer, 3))


def test_one_line_of_text_above_is_no_article() -> None:
    form = FORMS["the date above"]
    assert below(comments(form, 3), ARTICLE[:2]) == []
    assert SAID[0] in below(comments(form, 3), ARTICLE[:1])


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("1{n}/04/2031\n{said}", id="a chronicle has no names"),
        pytest.param("{name}: {said}", id="an interview has no dates"),
        pytest.param("{name}\n1{n}/04/1961\nấp Bình An", id="a list of people has no sentences"),
        pytest.param("{n}h15\n{said}", id="a live report has no names"),
    ],
)
def test_what_repeats_names_or_dates_and_not_both_stays(form: str) -> None:
    text = comments(form, 4)
    assert below(text) == text.splitlines()


def test_such_lines_are_named_comments() -> None:
    result = Cleaner().clean("\n".join((*ARTICLE, comments(FORMS["the date above"], 3))))
    assert {removal.kind for removal in result.removals} == {"comments"}
