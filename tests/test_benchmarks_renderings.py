"""Pages are written down as other programs would, and scored."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import renderings

ONE = "Nông dân ở làng Gốm Hạ mở lại phiên chợ đêm sau ba năm chờ đợi, khách tới rất đông."
TWO = "Ông Lê Văn Sơn kể rằng mỗi ngày có chừng hai trăm lượt người ghé qua phiên chợ ấy."
PAGE = f"""<html><head><meta charset=windows-1258><script>var a</script></head><body>
<h1>Chợ đêm</h1><p>{ONE}</p><p>Khách tới từ <a href="/ben.html">bến đò</a>.</p><p>{TWO}</p></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of one page and its dump by lines."""
    html = tmp_path / "pages" / "html"
    html.mkdir(parents=True)
    (html / "p.html").write_text(PAGE, encoding="utf-8")
    (html / "p.lines.txt").write_text(
        f"Chợ đêm\n\n{ONE}\nKhách tới từ bến đò.\n{TWO}\n", encoding="utf-8"
    )
    segments = [
        {"t": text, "l": "C", "k": "body"} for text in ("Chợ đêm", ONE, "Khách tới từ bến đò.", TWO)
    ]
    row = {"id": "p", "segments": segments}
    (html.parent / renderings.GOLD).write_text(json.dumps(row) + "\n", encoding="utf-8")
    return html.parent


def test_lines_are_written_with_and_without_empty_lines_and_broken(folder: Path) -> None:
    assert renderings.write(folder, folder, ["tight", "loose", "wrap"]) == [
        "tight",
        "loose",
        "wrap",
    ]
    texts = {p.parent.name: p.read_text() for p in folder.glob("renderings/*/p.txt")}
    assert texts["tight"] == f"Chợ đêm\n{ONE}\nKhách tới từ bến đò.\n{TWO}\n"
    assert texts["loose"] == f"Chợ đêm\n\n{ONE}\n\nKhách tới từ bến đò.\n\n{TWO}\n"
    assert max(map(len, texts["wrap"].split("\n"))) <= 80
    assert texts["wrap"].split() == texts["tight"].split()


@pytest.mark.parametrize(
    ("name", "module", "shown"),
    [
        ("bs4", "bs4", "Khách tới từ \nbến đò\n."),
        ("md", "html2text", "Khách tới từ [bến đò](/ben.html)."),
        ("mdify", "markdownify", "Khách tới từ [bến đò](/ben.html)."),
    ],
)
def test_a_page_is_written_as_the_program_writes_it(
    folder: Path, name: str, module: str, shown: str
) -> None:
    pytest.importorskip(module)
    pytest.importorskip("lxml")
    assert renderings.write(folder, folder, [name]) == [name]
    text = (folder / "renderings" / name / "p.txt").read_text(encoding="utf-8")
    assert shown in text
    assert "var a" not in text


def test_what_is_not_installed_is_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert renderings.write(folder, folder, ["w3m", "tight"]) == ["tight"]
    assert "w3m is left out" in capsys.readouterr().err
    assert renderings.main([str(folder), "--only", "lynx"]) == 1


def test_renderings_are_scored_and_thrown_away(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert renderings.main([str(folder), "--only", "tight,wrap", "--jobs", "1"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[:3] for row in rows[1:]] == [
        ["tight", "1", "1.0000"],
        ["wrap", "1", "1.0000"],
    ]
    assert not (folder / "renderings").exists()
    with pytest.raises(SystemExit):
        renderings.main([str(folder), "--only", "nothing"])
