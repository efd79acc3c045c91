"""The documentation keeps its word: it runs, its links lead somewhere, its reference is current."""

from __future__ import annotations

import doctest
import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import reference
from documents_support import ROOT, copied, environment, fences
from vnnews_clean.model import Kind
from vnnews_clean.rules import TABLE
from vnnews_clean.settings import parse

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
OUTSIDE = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as GitHub and MkDocs make them."""
    heads = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", [*PAGES, *OUTSIDE], ids=name)
def test_links_lead_to_files_and_headings_that_exist(path: Path) -> None:
    dead = []
    for found in LINK.finditer(CODE.sub("", path.read_text(encoding="utf-8"))):
        target, _, anchor = (found[1] or found[2]).partition("#")
        if "://" in target:
            continue
        file = path.parent / target if target else path
        text = file.read_text(encoding="utf-8") if file.suffix == ".md" and file.is_file() else ""
        if not file.exists() or (anchor and anchor not in anchors(text)):
            dead.append(found[0])
    assert dead == []


@pytest.mark.parametrize(
    "path",
    [p for p in PAGES if any(f.language == "sh" and f.runs for f in fences(p.read_text("utf-8")))],
    ids=name,
)
def test_the_commands_of_a_page_run_one_after_the_other(path: Path, tmp_path: Path) -> None:
    """Exit code 1 is a finding (``check``), not a failure; anything above is one."""
    copy = copied(tmp_path / "clone")
    failed = []
    for fence in fences(path.read_text(encoding="utf-8")):
        if fence.language != "sh" or not fence.runs:
            continue
        for command in fence.code.splitlines():
            run = subprocess.run(
                ["sh", "-uc", command],
                cwd=copy,
                env=environment(copy),
                capture_output=True,
                text=True,
                check=False,
                stdin=subprocess.DEVNULL,
            )
            if run.returncode > 1 or "Traceback" in run.stderr:
                failed.append((command, run.stderr))
    assert failed == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_python_of_a_page_prints_what_it_says(
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    text = path.read_text(encoding="utf-8")
    if "vnnews_clean.kernel" in text:
        pytest.importorskip("pyarrow")
    examples = doctest.DocTestParser().get_doctest(text, {}, path.name, path.name, 0)
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples)
    assert results.failed == 0, capsys.readouterr().out
    for fence in fences(text):
        if fence.language == "python" and ">>>" not in fence.code:
            compile(fence.code, path.name, "exec")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_configurations_of_a_page_are_valid(path: Path, tmp_path: Path) -> None:
    for fence in fences(path.read_text(encoding="utf-8")):
        if fence.language == "toml" and "[tool.vnnews-clean]" in fence.code:
            parse(tomllib.loads(fence.code)["tool"]["vnnews-clean"], tmp_path / "pyproject.toml")


@pytest.mark.parametrize("path", reference.WRITTEN, ids=name)
def test_the_reference_is_what_the_code_says(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert reference.current(page) == page, "python docs/reference.py"


def test_every_rule_and_kind_is_in_the_reference() -> None:
    rules = (DOCS / "reference" / "rules.md").read_text(encoding="utf-8")
    assert [rule.id for rule in TABLE if f"### `{rule.id}`\n" not in rules] == []
    kinds = (DOCS / "reference" / "kinds.md").read_text(encoding="utf-8")
    assert [kind for kind in Kind if f"| `{kind}` |" not in kinds] == []


def test_the_walks_through_the_code_are_short_and_pass_files_that_exist() -> None:
    way = (DOCS / "explanation" / "way.md").read_text(encoding="utf-8")
    package, page = ROOT / "src" / "vnnews_clean", ROOT / "src" / "vnnews_clean" / "read" / "page"
    for walk in way.split("## Through the code: ")[1:]:
        assert len(walk.strip().splitlines()) <= 20
        named = re.findall(r"`([a-z_/]+(?:\.py|\.toml|/))`", walk)
        assert named
        places = (ROOT, package, page, package / "sites")
        assert [n for n in named if not any((place / n).exists() for place in places)] == []


def test_every_page_is_in_the_navigation() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [name(path) for path in PAGES if str(path.relative_to(DOCS)) not in settings] == []


@pytest.mark.skipif(not importlib.util.find_spec("mkdocs"), reason="MkDocs is not installed")
def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    run = subprocess.run(
        [*command, "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert (tmp_path / "site" / "reference" / "rules" / "index.html").exists()
