"""What a publisher repeats: found, judged, reviewed, and cut where it was seen."""

from __future__ import annotations

import json
import pickle
import random
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from vnnews_clean import Cleaner
from vnnews_clean.errors import ConfigError, InputError
from vnnews_clean.learn.judge import judge
from vnnews_clean.learn.mine import Repeat, repeats
from vnnews_clean.learn.review import as_toml, findings
from vnnews_clean.learn.sketch import Sample, Sketch, load

CALL = "Bạn nghe đài gửi câu chuyện của mình về hộp thư bandoc@songque.example để cùng kể."
SIGNATURE = "Thương Hoài"
PEOPLE = "bà Sáu|ông Tư|chị Hạnh|anh Lộc|cô Mai|chú Bảy|thầy Quang|bé Na|dì Út|cậu Tí".split("|")
DEEDS = "dệt chiếu|nung gốm|đan lưới|chèo đò|trồng cói|gặt lúa|làm bánh|nuôi tằm".split("|")
PLACES = "bên sông|ngoài bãi|trong xóm|trên đồi|dưới chợ|cuối làng|ven biển".split("|")
TIMES = "từ mờ sáng|suốt mùa nước|qua ba mùa bão|đã mấy chục năm|mỗi phiên chợ".split("|")


def sentence(chosen: random.Random) -> str:
    who, deed, where, when = map(chosen.choice, (PEOPLE, DEEDS, PLACES, TIMES))
    return (
        f"{who[0].upper()}{who[1:]} {deed} {where} {when}, "
        f"mỗi ngày {chosen.randrange(10**6)} lượt, như lời kể số {chosen.randrange(10**9)} của làng."
    )


def article(seed: int, *last: str, flat: bool = False) -> str:
    """Five sentences that no other article has, and what is said `last`."""
    chosen = random.Random(seed)
    told = [sentence(chosen) for _ in range(5)]
    return (" " if flat else "\n").join([*told, *last])


def sketch_of(texts: Sequence[str], size: int = 100, publisher: str = "songque.example") -> Sketch:
    made = Sketch(Cleaner(), size)
    for text in texts:
        made.add(publisher, text)
    return made


def test_digits_make_no_difference_between_sentences_of_the_fixture() -> None:
    """Or else articles of the tests would be copies of each other."""
    texts = [Sample(str(i), article(i)) for i in range(30)]
    assert repeats(texts, 3)[1] > 20


@pytest.mark.parametrize("flat", [False, True])
def test_a_call_is_found_in_lines_and_in_flat_text(flat: bool) -> None:
    made = sketch_of([article(i, CALL, flat=flat) for i in range(12)])
    (found, *others) = findings(made)
    assert found.repeat.phrase == CALL
    assert found.repeat.documents == 12
    assert found.proposed
    assert found.repeat.places == {"end": 12}
    assert found.repeat.spans == {"part" if flat else "line": 12}
    assert not any(other.proposed for other in others)


def test_two_documents_are_too_few_and_three_are_enough() -> None:
    for count, phrases in ((2, set()), (3, {CALL})):
        made = sketch_of([article(i, CALL) for i in range(count)])
        assert {f.repeat.phrase for f in findings(made)} == phrases


def test_a_copied_article_teaches_nothing() -> None:
    copied = article(1)
    made = sketch_of([f"{sentence(random.Random(50 + i))}\n{copied}" for i in range(6)])
    assert findings(made) == []


def test_what_always_has_the_same_neighbours_is_a_quotation() -> None:
    verse = ["Ai về sông cũ mà nghe.", "Tiếng chèo còn đập mái hè năm xưa.", "Đò ơi, đợi với."]
    texts = [Sample(str(i), "\n".join(verse)) for i in range(6)]
    assert repeats(texts, 3)[0] == []
    own = [Sample(str(i), article(i, *verse)) for i in range(6)]
    assert {r.phrase for r in repeats(own, 3)[0]} == set(verse)


def repeat(phrase: str, documents: int = 12, place: str = "end") -> Repeat:
    made = Repeat(phrase.lower(), documents)
    made.spellings[phrase] = documents
    made.places[place] = documents  # type: ignore[index]
    return made


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        (CALL, "footer"),
        ("Mời quý độc giả đón đọc kỳ sau vào thứ bảy.", "promo"),
        ("Theo dõi chúng tôi trên kênh Zalo của tòa soạn.", "follow"),
        ("Bấm vào đây để nghe lại chương trình.", "related"),
        ("Hãy để lại bình luận của bạn ở cuối bài.", "comments"),
        ("Mọi hình thức sao chép phải ghi rõ nguồn.", "footer"),
    ],
)
def test_what_speaks_to_the_reader_is_proposed(phrase: str, kind: str) -> None:
    verdict = judge(repeat(phrase))
    assert verdict.kind == kind
    assert verdict.confidence >= 0.8


@pytest.mark.parametrize(
    "phrase",
    [
        SIGNATURE,
        "Theo AFP",
        "(Ảnh: Sông Thương)",
        "Tòa soạn không chịu trách nhiệm về nội dung bài viết của cộng tác viên.",
        "Trả lời:",
        "Bạn đọc hỏi:",
        "SÔNG QUÊ -",
        "12 34 56,7",
        "12/05/2024",
        "Xin cảm ơn ông!",
        "Báo này trích dẫn lời một quan chức giấu tên.",
        "Giá lúa hôm nay không đổi so với hôm qua.",
        "Độc giả của ông phần lớn là nông dân.",
        "cùng gửi ý kiến về chúng tôi qua hộp thư của chuyên mục",  # a line of a broken paragraph
    ],
)
def test_bylines_credits_heads_and_rows_are_never_proposed(phrase: str) -> None:
    assert judge(repeat(phrase)).confidence == 0


def test_more_documents_at_one_place_are_surer() -> None:
    sure = [judge(repeat(CALL, n)).confidence for n in (3, 5, 10, 20)]
    assert sure == sorted(set(sure))
    scattered = repeat(CALL, 12)
    scattered.places["middle"], scattered.places["end"] = 6, 6
    assert judge(scattered).confidence < judge(repeat(CALL, 12)).confidence


def test_order_shards_and_hash_seeds_make_no_difference(tmp_path: Path) -> None:
    texts = [article(i, CALL) for i in range(40)]
    whole, mixed = sketch_of(texts, 20), sketch_of(texts[::-1], 20)
    first, second = sketch_of(texts[:25], 20), sketch_of(texts[15:], 20)
    second.merge(first)
    for number, made in enumerate((whole, mixed, second)):
        made.save(tmp_path / f"{number}.sketch")
    bytes_ = {(tmp_path / f"{n}.sketch").read_bytes() for n in range(3)}
    assert len(bytes_) == 1
    again = load(tmp_path / "0.sketch", Cleaner())
    assert len(again.samples("songque.example")) == 20
    assert as_toml(findings(again)) == as_toml(findings(mixed))


def test_copies_and_publishers_are_kept_apart() -> None:
    made = sketch_of([article(1, CALL)] * 5)
    made.add("", article(2, CALL))
    assert len(made.samples("songque.example")) == 1
    assert made.publishers() == ["", "songque.example"]


def test_sketches_of_another_cleaner_or_size_are_refused(tmp_path: Path) -> None:
    made = sketch_of([article(1)])
    with pytest.raises(ConfigError, match="can be merged"):
        made.merge(Sketch(Cleaner(policy="body"), 100))
    with pytest.raises(ConfigError, match="can be merged"):
        made.merge(Sketch(Cleaner(), 99))
    made.save(tmp_path / "a.sketch")
    with pytest.raises(ConfigError, match="other rules or settings"):
        load(tmp_path / "a.sketch", Cleaner(policy="body"))
    (tmp_path / "b.sketch").write_bytes((tmp_path / "a.sketch").read_bytes()[:60])
    with pytest.raises(InputError, match="damaged"):
        load(tmp_path / "b.sketch", Cleaner())


def learnt(tmp_path: Path, *, accept: float | None = 0.7, flat: bool = False) -> Path:
    made = sketch_of([article(i, CALL, flat=flat) for i in range(12)])
    path = tmp_path / "site.toml"
    path.write_text(as_toml(findings(made), accept))
    return path


def test_nothing_is_cut_until_somebody_says_so(tmp_path: Path) -> None:
    path = learnt(tmp_path, accept=None)
    entry = tomllib.loads(path.read_text())["phrase"][0]
    assert entry["cut"] is False
    assert entry["documents"] == 12
    assert len(entry["examples"]) == 3
    text = article(99, CALL)
    assert Cleaner(learned=[path]).clean(text, "songque.example").text == text
    path.write_text(path.read_text().replace("cut = false", "cut = true"))
    assert Cleaner(learned=[path]).clean(text, "songque.example").text == article(99)


@pytest.mark.parametrize("flat", [False, True])
def test_an_accepted_phrase_goes_with_its_evidence(tmp_path: Path, flat: bool) -> None:
    cleaner = Cleaner(learned=[learnt(tmp_path, flat=flat)])
    text = article(99, CALL, flat=flat)
    result = cleaner.clean(text, "https://www.songque.example/tin/1.html")
    assert result.text == article(99, flat=flat)
    (label,) = [label for label in result.labels if label.rule == "learned.phrase"]
    assert label.evidence == ("phrase", CALL, "songque.example")
    assert result.removals[0].rules == ("learned.phrase",)
    assert cleaner.clean(result.text, "songque.example").text == result.text


def test_it_stays_elsewhere(tmp_path: Path) -> None:
    cleaner = Cleaner(learned=[learnt(tmp_path)])
    kept = [
        (article(99, CALL), None),  # nobody says whose document it is
        (article(99, CALL), "khac.example"),
        (f"{CALL}\n{article(99)}", "songque.example"),  # never seen at the start
        (article(99, f"Ông nhắc lại: “{CALL}” rồi đi."), "songque.example"),
    ]
    for text, url in kept:
        assert cleaner.clean(text, url).text == text


def test_a_page_has_its_publisher_by_its_address(tmp_path: Path) -> None:
    cleaner = Cleaner(learned=[learnt(tmp_path)])
    paragraphs = "".join(f"<p>{line}</p>" for line in article(99, CALL).split("\n"))
    page = f"<html><body><article><h1>Chuyện bên sông</h1>{paragraphs}</article></body></html>"
    assert CALL not in cleaner.clean_html(page, url="https://songque.example/1").text
    assert CALL in cleaner.clean_html(page, url="https://khac.example/1").text


def test_any_digits_stand_for_digits(tmp_path: Path) -> None:
    said = "Gọi cho tòa soạn qua hotline: 0900 111 22{} để kể chuyện."
    made = sketch_of([article(i, said.format(i % 10)) for i in range(12)])
    (tmp_path / "a.toml").write_text(as_toml(findings(made), 0.7))
    cleaner = Cleaner(learned=[tmp_path / "a.toml"])
    text = article(99, said.format(7).replace("111", "345"))
    assert cleaner.clean(text, "songque.example").text == article(99)


def test_a_cleaner_carries_its_phrases(tmp_path: Path) -> None:
    path = learnt(tmp_path)
    cleaner = Cleaner(learned=[path])
    assert cleaner.fingerprint != Cleaner().fingerprint
    path.unlink()
    again = pickle.loads(pickle.dumps(cleaner))
    assert again.fingerprint == cleaner.fingerprint
    assert again.clean(article(5, CALL), "songque.example").text == article(5)
    assert again == cleaner


def entry(**values: object) -> str:
    known = {"publisher": "a.example", "phrase": "Mời xem tiếp", "cut": True, "kind": "related"}
    lines = [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in (known | values).items()]
    return "\n".join(["[[phrase]]", *lines])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("phrase = 1", 'phrase" is a list of tables'),
        ("[[phrase", "cannot be read"),
        (entry(kut=True), 'phrase 1: key "kut" is unknown; did you mean "cut"'),
        (entry(cut="yes"), "cut is true or false"),
        (entry(kind="relatd"), 'did you mean "related"'),
        (entry(kind="byline"), "is not to be cut"),
        (entry(phrase="…"), "has no letter"),
        (entry(span="lines"), 'span is "line" or "part"'),
        (entry(places=["top"]), "places are start, middle, end"),
    ],
)
def test_a_wrong_file_is_an_error_that_says_where(
    tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(content)
    with pytest.raises(ConfigError, match=message):
        Cleaner(learned=[path])
