"""Encoders for Vietnam's eight-bit encodings, written from their tables, and the way back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from vnnews_clean.edits import undo
from vnnews_clean.read.repair import repair
from vnnews_clean.read.repair.decode import decode

TEXT = (
    "Sáng nay, Thủ tướng đã ký quyết định phê duyệt đề án phát triển đô thị ven biển.\n"
    "Ðường phố vắng vẻ; nhiều người dân ở Quảng Ngãi, Thừa Thiên cho biết họ chưa được hỗ trợ.\n"
    "- Giá xăng giảm 2,5% so với kỳ trước (theo Bộ Công Thương).\n"
    "\n"
    "Ủy ban nhân dân xã nhắc: 'Đừng để nước ngập, hãy gọi ngay số 0900 nếu cần cứu trợ!'\n"
).replace("Ð", "Đ")
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

TCVN3 = dict(
    zip(
        "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâêôơưđĂÂÊÔƠƯĐ",
        "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¨©ª«¬\xad®¡¢£¤¥¦§",
        strict=True,
    )
)
VISCII = dict(
    zip(
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
        map(chr, range(0x80, 0x100)),
        strict=True,
    )
) | {"Ẳ": "\x02", "Ẵ": "\x05", "Ẫ": "\x06", "Ỷ": "\x14", "Ỹ": "\x19", "Ỵ": "\x1e"}
VNI_LETTERS = dict(zip("ơưđỉĩịỵ", "ôöñæóòî", strict=True))
VNI_TONES = dict(zip(TONES, ("", "ø", "û", "õ", "ù", "ï"), strict=True))
VNI_HATS = dict(zip(TONES, "âàåãáä", strict=True))
VNI_BREVES = dict(zip(TONES, "êèúüéë", strict=True))


def split(letter: str) -> tuple[str, str]:
    """A composed letter as its vowel and its tone."""
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in TONES[1:]), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "")) if tone else letter, tone


def vni_letter(letter: str) -> str:
    low = letter.lower()
    vowel, tone = split(low)
    if low in VNI_LETTERS or low in ("í", "ì"):
        written = VNI_LETTERS.get(low, low)
    elif vowel in ("â", "ê", "ô"):
        written = unicodedata.normalize("NFD", vowel)[0] + VNI_HATS[tone]
    elif vowel == "ă":
        written = "a" + VNI_BREVES[tone]
    else:
        written = VNI_LETTERS.get(vowel, vowel) + VNI_TONES[tone]
    return written if letter.islower() else written.upper()


def to_tcvn3(text: str) -> bytes:
    """Capitals with a tone have no code in TCVN3 fonts: they are small letters in a capital font."""
    return "".join(TCVN3.get(c) or TCVN3.get(c.lower(), c) for c in text).encode("latin-1")


def to_viscii(text: str) -> bytes:
    return "".join(VISCII.get(c, c) for c in text).encode("latin-1")


def to_vni(text: str) -> bytes:
    return "".join(c if c.isascii() else vni_letter(c) for c in text).encode("latin-1")


def to_cp1258(text: str) -> bytes:
    return "".join("".join(split(c)) for c in text).encode("cp1258")


ENCODERS: dict[str, Callable[[str], bytes]] = {
    "tcvn3": to_tcvn3,
    "viscii": to_viscii,
    "vni": to_vni,
    "windows-1258": to_cp1258,
}
EVERY_LETTER = "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES
)


def expected(name: str, text: str) -> str:
    if name != "tcvn3":
        return text
    return "".join(c if c.isascii() or c in TCVN3 else c.lower() for c in text)


def as_cp1252(data: bytes) -> str:
    """`data` as a browser reads windows-1252: the five holes are C1 controls."""
    return "".join(
        bytes([b]).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in data
    )


READERS: dict[str, Callable[[bytes], str | bytes]] = {
    "bytes": bytes,
    "read as Latin-1": lambda data: data.decode("latin-1"),
    "read as windows-1252": as_cp1252,
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("name", ENCODERS)
def test_a_legacy_text_is_read(name: str, reader: Callable[[bytes], str | bytes]) -> None:
    mended = repair(reader(ENCODERS[name](TEXT)))
    assert mended.text == expected(name, TEXT)
    assert {edit.reason for edit in mended.edits} == {name}
    assert undo(mended.text, mended.edits) == mended.source


@pytest.mark.parametrize("name", ENCODERS)
def test_every_letter_of_the_encoding_is_known(name: str) -> None:
    letters = " ".join(EVERY_LETTER + "đ" + (EVERY_LETTER.upper() if name != "tcvn3" else ""))
    # letters on lines of their own would not be evidence enough, inside a sentence they are
    text = f"{TEXT.strip()} {letters} {TEXT.strip()}".replace("\n", " ")
    assert repair(ENCODERS[name](text * 4)).text == expected(name, text * 4)


@pytest.mark.parametrize("name", ENCODERS)
def test_lines_in_unicode_stay_in_a_text_that_is_half_legacy(name: str) -> None:
    old, new = "Bộ trưởng đã trả lời cử tri", "Người dân Hà Nội đón Tết sớm, phố xá đông đúc."
    mixed = f"{new}\n{ENCODERS[name](old).decode('latin-1')}\n{new}"
    assert repair(mixed).text == f"{new}\n{expected(name, old)}\n{new}"


def test_bytes_that_no_encoding_explains_become_replacement_characters() -> None:
    mended = repair("Giá vàng tăng ".encode() + b"\xff" + " 2%, ca sĩ Beyonc".encode() + b"\xe9")
    assert mended.text == "Giá vàng tăng \ufffd 2%, ca sĩ Beyonc\ufffd"
    assert [edit.reason for edit in mended.edits] == ["invalid-byte", "invalid-byte"]
    assert mended.source.encode("utf-8", "surrogateescape").endswith(b"Beyonc\xe9")


def test_a_binary_file_is_in_no_legacy_encoding() -> None:
    reasons = {edit.reason for edit in repair(to_tcvn3(TEXT) + b"\x00\x01").edits}
    assert "tcvn3" not in reasons


def test_a_capital_eth_that_stands_for_a_capital_d_with_stroke_is_one() -> None:
    """windows-1258 and VISCII have Đ where Latin-1 has Ð; careless converters mixed them up."""
    text = "Đà Nẵng, Đồng Nai và Đắk Lắk: Đường sắt, Điện lực, Đài Truyền hình Việt Nam."
    for lookalike in "ÐƉ":
        mended = repair(text.replace("Đ", lookalike))
        assert mended.text == text
        assert {edit.reason for edit in mended.edits} == {"eth"}
    assert repair("ÐẮK LẮK. “Ðó”, ông Ðorvaldur nói ở ÐXYZ.").text == (
        "ĐẮK LẮK. “Đó”, ông Ðorvaldur nói ở ÐXYZ."
    )


@pytest.mark.parametrize(("proper", "read"), [("cơn ở", True), ("cơn ở ạ", False)])
def test_a_line_with_proper_letters_is_in_no_legacy_encoding(proper: str, read: bool) -> None:
    old = to_tcvn3("Những người được đưa về nhà trước trận bão đều ở lại đường bờ đê").decode(
        "latin-1"
    )
    mended = repair(f"{old} {proper}").text
    assert mended.startswith("Những người được") == read


UNTOUCHED = {
    "French": "À l'été, le garçon a mangé des œufs près du château ; où êtes-vous, maître François ?",
    "Portuguese": "A situação não está fácil: São João, ações, coração, avó e avô à mão, você não vê?",
    "Spanish": "El niño pequeño soñaba con la montaña; ñandú, ñoño, Ñuñoa, años de España mañana.",
    "German": "Über die Straße läuft schöne Größe: fünf Mädchen, zwölf Köche, München, Äpfel.",
    "Icelandic": "Það er ðað sem ég sagði: þú átt að vera hér, Íslendingar, Ðorvaldur og ðessi maður.",
    "Polish": "Zażółć gęślą jaźń, święto w Łodzi, źdźbło, ćma, żółw i Škoda w Děčíně.",
    "Danish": "Smørrebrød på Østerbro: æbler, øl, ål og hårde år i København, Ærø og Ålborg.",
    "trademarks": "Windows® và Office® của Microsoft®; iPhone®, § 5, § 12 khoản 3; áo khoác Gore-Tex®.",
    "code": "def f(x): return {k: v for k, v in x.items()}  # «à» º » § ® ñ\nprint(f'{x!r}')",
    "base64": "U8OhbmcgbmF5LCBUaOG7pyB0xrDhu5tuZyDEkcOjIGvDvQ==\naGVsbG8gd29ybGQ=",
    "numbers": "1.234.567,89 ± 0,5 %; 10×20; 5º, 6ª; 3¼ – 7½; 25°C; 100 µm; £3 · €4 · ¥5",
    "upper case": "NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, NHÀ NƯỚC, ĐÃ, LÃ, MÃ, BÃI, CHÃ, SÃO, VÃ",
    "no diacritics": "Hom nay troi nang, nguoi dan Ha Noi ra duong rat dong; gia vang tang manh.",
    "foreign names": "Đạo diễn Alejandro González Iñárritu gặp Björk, Señor Ñíguez và Beyoncé ở Đà Nẵng.",
    "quotes": "Ông nói: “Chúng tôi ‘đã’ làm” – rồi im lặng… «Không», bà đáp; giá 5€ ‰ † ‡ •.",
    "e-mail and links": "Gửi về toasoan@example.vn hoặc https://example.vn/tin?id=1&q=%C3%A0%E1%BB%87",
    "Turkish": "İstanbul'da ışık söndü; Erdoğan'ın çocuğu güneşli bir günde Şişli'ye gitti.",
    "Hungarian": "Orbán úr őszintén örült: árvíztűrő tükörfúrógép, gyümölcsös, Győr és Pécs.",
    "Russian": "Владимир Путин прибыл в Ханой; переговоры прошли успешно, сообщает ТАСС.",
    "Chinese": "国家主席在河内会见了越南领导人，双方讨论了合作。",
    "maths": "α + β ≤ γ, x² − y³ ≠ ∑ aᵢ; Δt → 0; 5 μg, 3 kΩ, ‖v‖ ≥ 1",
    "emoji": "Chúc mừng năm mới 🎉👨\u200d👩\u200d👧 và ❤️\u200d🔥 tới cả nhà 👍🏽",
    "Arabic": "قال الرئيس\u200f: می\u200cخواهم",
    "Welsh with stray quote marks": "Mae'r tŷ yn »hen«, meddai â gwên; ŵyn, ŷd, º ª",
}


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_is_in_no_legacy_encoding_stays(text: str) -> None:
    mended = repair(text)
    assert mended.text == text
    assert mended.edits == ()
    assert mended.diagnostics == ()


@pytest.mark.parametrize(
    ("data", "declared", "text", "encoding"),
    [
        pytest.param(b"\xef\xbb\xbf" + "Hà".encode(), "latin-1", "Hà", "utf-8", id="mark"),
        pytest.param("\ufeffHà".encode("utf-16-le"), None, "Hà", "utf-16-le", id="UTF-16 LE"),
        pytest.param("\ufeffHà".encode("utf-16-be"), None, "Hà", "utf-16-be", id="UTF-16 BE"),
        pytest.param("\ufeffHà".encode("utf-32-le"), None, "Hà", "utf-32-le", id="UTF-32 LE"),
        pytest.param("\ufeffHà".encode("utf-32-be"), None, "Hà", "utf-32-be", id="UTF-32 BE"),
        pytest.param("Hà".encode(), "iso-8859-1", "Hà", "utf-8", id="UTF-8 under a false name"),
        pytest.param("Hà".encode(), "no such charset", "Hà", "utf-8", id="unknown name"),
        pytest.param("河内".encode("gb18030"), "gb18030", "河内", "gb18030", id="declared"),
        pytest.param(
            b"\x80 5 caf\xe9", "ISO-8859-1", "€ 5 café", "cp1252", id="Latin-1 means more"
        ),
        pytest.param(b"caf\xe9", None, "café", "cp1252", id="no name, no UTF-8"),
        pytest.param("Hà Nội".encode() + b"\xff", None, "Hà Nội\udcff", "utf-8", id="one bad byte"),
        pytest.param(b"+AGE-", "utf-7", "+AGE-", "utf-8", id="UTF-7 is no charset of pages"),
        pytest.param(b"aGk=", "base64", "aGk=", "utf-8", id="no charset at all"),
        pytest.param(b"a", "\0", "a", "utf-8", id="a name that cannot be looked up"),
    ],
)
def test_bytes_are_decoded(data: bytes, declared: str | None, text: str, encoding: str) -> None:
    assert decode(data, declared) == (text, encoding)


def test_a_page_without_a_charset_may_be_in_windows_1258() -> None:
    found = decode(to_cp1258(TEXT))
    assert found.encoding == "cp1258"
    assert repair(found.text).text == TEXT


def test_a_utf_16_file_with_half_a_character_is_read() -> None:
    assert repair(b"\xff\xfeH\x00\xe0\x00\x00").text.startswith("Hà")


@pytest.mark.parametrize("sign", "¶£¥¤")
def test_an_eth_stays_beside_signs_that_may_be_the_rest_of_a_legacy_encoding(sign: str) -> None:
    assert repair(f"Ðiều 3 {sign} nêu rõ mức trần.").edits == ()
    assert repair("Ðiều 3 nêu rõ mức trần 50 µg ± 2.").text == "Điều 3 nêu rõ mức trần 50 µg ± 2."
