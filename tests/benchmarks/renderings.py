"""Pages as other programs write them down as text, and what is left of each after cleaning.

    python tests/benchmarks/renderings.py FOLDER [--only md,w3m] [--out DIR] [QUALITY OPTIONS]

FOLDER has ``html/<id>.html`` and ``html.gold.jsonl``, as the corpus has; the gold serves every
rendering, since words are aligned. What is written goes to ``DIR/renderings/<name>/<id>.txt`` (a
folder that is thrown away, unless one is named) and is scored by `quality`, whose options follow.

============================  ====================================================================
``bs4``                       BeautifulSoup, ``get_text("\\n")``
``md``                        html2text without line breaks, pictures left in
``mdify``                     markdownify
``w3m`` ``lynx``              the text browsers at 100 columns, where they are installed
``traf``                      trafilatura, for recall
``read`` ``flat``             readability-lxml, its text by lines, or in one line
``wrap`` ``tight`` ``loose``  of ``html/<id>.lines.txt``: broken at 80 columns, without empty lines,
                              with one after each line
============================  ====================================================================
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import quality

Render = Callable[[str], str]
GOLD: Final = "html.gold.jsonl"
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?[\w-]+", re.IGNORECASE)
_HIDDEN: Final = ("script", "style", "noscript", "template")


def _module(name: str) -> Any:
    return importlib.import_module(name)


def _md() -> Render:
    html2text = _module("html2text")

    def render(page: str) -> str:
        converter = html2text.HTML2Text()
        converter.body_width = 0
        converter.ignore_images = False
        return str(converter.handle(page))

    return render


def _mdify() -> Render:
    soup, convert = _module("bs4").BeautifulSoup, _module("markdownify").MarkdownConverter()

    def render(page: str) -> str:
        tree = soup(page, "lxml")
        for tag in tree(_HIDDEN):
            tag.decompose()
        return str(convert.convert_soup(tree))

    return render


def _bs4() -> Render:
    soup = _module("bs4").BeautifulSoup

    def render(page: str) -> str:
        tree = soup(page, "lxml")
        for tag in tree(_HIDDEN):
            tag.decompose()
        return str(tree.get_text("\n"))

    return render


def _traf() -> Render:
    extract = _module("trafilatura").extract
    return lambda page: extract(page, favor_recall=True) or ""


def _read() -> Render:
    soup, document = _module("bs4").BeautifulSoup, _module("readability").Document
    return lambda page: str(soup(document(page).summary(), "lxml").get_text("\n"))


def _flat() -> Render:
    read = _read()
    return lambda page: " ".join(read(page).split()) + "\n"


def _browser(*command: str) -> Callable[[], Render]:
    def make() -> Render:
        if not shutil.which(command[0]):
            raise ImportError(command[0])

        def render(page: str) -> str:
            data = _CHARSET.sub("charset=utf-8", page).encode("utf-8", "replace")
            done = subprocess.run(command, input=data, capture_output=True, timeout=60, check=False)
            return done.stdout.decode("utf-8", "replace")

        return render

    return make


W3M: Final = "w3m -dump -T text/html -I UTF-8 -O UTF-8 -cols 100".split()
LYNX: Final = (
    "lynx -dump -nolist -stdin -force_html -assume_charset=UTF-8 -display_charset=UTF-8 -width=100"
).split()
OF_PAGES: Final[Mapping[str, Callable[[], Render]]] = MappingProxyType(
    {
        "bs4": _bs4,
        "md": _md,
        "mdify": _mdify,
        "w3m": _browser(*W3M),
        "lynx": _browser(*LYNX),
        "traf": _traf,
        "read": _read,
        "flat": _flat,
    }
)
"""Name → what makes the renderer; an `ImportError` where its program is not installed."""


def _wrap(lines: Sequence[str]) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, 80)) for line in lines) + "\n"


OF_LINES: Final[Mapping[str, Callable[[Sequence[str]], str]]] = MappingProxyType(
    {
        "wrap": _wrap,
        "tight": lambda lines: "\n".join(lines) + "\n",
        "loose": lambda lines: "\n\n".join(lines) + "\n",
    }
)


def write(folder: Path, out: Path, names: Sequence[str]) -> list[str]:
    """Write the renderings of these names; those that could be made are returned."""
    ids = [json.loads(row)["id"] for row in (folder / GOLD).read_bytes().splitlines()]
    pages = {id_: folder / "html" / f"{id_}.html" for id_ in ids}
    made = []
    for name in names:
        of_lines = OF_LINES.get(name)
        texts = _of_lines(pages, of_lines) if of_lines else _of_pages(name, pages)
        place = out / "renderings" / name
        place.mkdir(parents=True, exist_ok=True)
        for id_, text in texts.items():
            place.joinpath(f"{id_}.txt").write_bytes(text.encode("utf-8", "replace"))
        if texts:
            made.append(name)
    if out != folder:
        shutil.copyfile(folder / GOLD, out / GOLD)
    return made


def _of_pages(name: str, pages: Mapping[str, Path]) -> dict[str, str]:
    try:
        render = OF_PAGES[name]()
    except ImportError as error:
        sys.stderr.write(f"{name} is left out: {error}\n")
        return {}
    texts = {}
    for id_, path in pages.items():
        try:
            texts[id_] = render(path.read_bytes().decode("utf-8", "replace"))
        except Exception as error:  # noqa: BLE001 - other programs fail as they like
            sys.stderr.write(f"{name} cannot read {id_}: {type(error).__name__}\n")
    return texts


def _of_lines(pages: Mapping[str, Path], render: Callable[[Sequence[str]], str]) -> dict[str, str]:
    texts = {}
    for id_, path in pages.items():
        dump = path.with_suffix(".lines.txt")
        if dump.exists():
            lines = dump.read_text(encoding="utf-8").split("\n")
            texts[id_] = render([line for line in lines if line.strip()])
    return texts


def _names(value: str) -> list[str]:
    names = value.split(",")
    if unknown := sorted(set(names) - {*OF_PAGES, *OF_LINES}):
        raise argparse.ArgumentTypeError(f"no rendering {', '.join(unknown)}")
    return names


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    p.add_argument("folder", type=Path)
    p.add_argument("--only", type=_names, default=[*OF_PAGES, *OF_LINES], metavar="A,B")
    p.add_argument("--out", type=Path, metavar="DIR", help="keep what is written")
    return p


def main(argv: Sequence[str] | None = None) -> int:
    options, rest = parser().parse_known_args(argv)
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch)
        made = write(options.folder, out, options.only)
        if not made:
            return 1
        return quality.main([str(out), "--sets", ",".join(made), *rest])


if __name__ == "__main__":
    sys.exit(main())
