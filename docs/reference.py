"""Writes what the code says of itself, and what was measured, into README and ``docs/reference``; a
test checks that it is current.

python docs/reference.py    write the pages anew

A page is written by hand but for what stands between ``<!-- NAME: written by docs/reference.py -->``
and ``<!-- /NAME -->``.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, get_args

import click

import vnnews_clean
from vnnews_clean import Cleaner, Kind, Rule
from vnnews_clean.cli import main
from vnnews_clean.formats import as_json
from vnnews_clean.golden.file import lines_of
from vnnews_clean.model import BOILERPLATE, CONTENT, EDITORIAL
from vnnews_clean.notation import written
from vnnews_clean.phrases import builtin
from vnnews_clean.quarantine import Reason
from vnnews_clean.read.dialect import ESCAPED, FLAT, READERS
from vnnews_clean.rules import TABLE
from vnnews_clean.testing import Case, read_cases

ROOT: Final = Path(__file__).parents[1]
PAGES: Final = ROOT / "docs" / "reference"
WRITTEN: Final = (ROOT / "README.md", *sorted(PAGES.glob("*.md")))
FLOORS: Final = ROOT / "tests" / "benchmarks" / "quality_floor.json"
FIXTURES: Final = ROOT / "tests" / "fixtures" / "rules"
_SECTIONS: Final = ("Drops:", "Keeps:", "Labels:")
SAMPLE: Final = """Chợ nổi họp lại sau mùa nước lớn

Sáng nay, hơn ba trăm ghe thuyền đã trở lại khúc sông quen thuộc để bán trái cây và rau củ.
TIN LIÊN QUAN
Người thợ đóng ghe cuối cùng của làng ven sông
"""


def rules() -> Iterator[str]:
    """Every rule: what it is about, what it drops, its look-alikes and its near misses."""
    for rule in TABLE:
        yield f"### `{rule.id}`"
        formerly = (
            f" Formerly {', '.join(f'`{name}`' for name in rule.aliases)}." if rule.aliases else ""
        )
        reads = {"any": "", "markup": " Pages only.", "text": " Texts only."}[rule.needs]
        yield f"*{', '.join(rule.kinds)}.*{reads}{formerly}"
        yield _prose(rule)
        yield from _examples("Labels" if rule.descriptive else "Drops", rule.names or rule.drops)
        yield from _examples("Keeps", rule.keeps)
        near = [case.title for case in _cases(rule) if not case.drops]
        if near:
            yield "Near misses in its tests: " + "; ".join(near) + "."


def _prose(rule: Rule) -> str:
    lines = rule.doc.split("\n")
    end = next((at for at, line in enumerate(lines) if line.strip() in _SECTIONS), len(lines))
    return "\n".join(lines[:end]).strip().replace("``", "`")


def _examples(name: str, examples: Sequence[str]) -> Iterator[str]:
    if examples:
        yield f"{name}:"
        yield "\n".join(["```text", *examples, "```"])


def _cases(rule: Rule) -> Iterator[Case]:
    for suffix in (".txt", ".html"):
        path = FIXTURES / f"{rule.id}{suffix}"
        if path.exists():
            yield from read_cases(path)


MEANS: Final[Mapping[Kind, str]] = {
    Kind.TITLE: "the headline",
    Kind.LEDE: "the paragraph that sums up the article (sapo)",
    Kind.HEADING: "a heading inside the article",
    Kind.BODY: "running text; whatever no rule has a name for",
    Kind.LIST: "an item of a list",
    Kind.TABLE: "a row of a table",
    Kind.QUOTE: "a quotation set apart",
    Kind.CAPTION: "the text of a picture, with its credit",
    Kind.BYLINE: "who wrote it",
    Kind.DATE: "when and where it was published",
    Kind.SOURCE: "a credit to an agency or another paper",
    Kind.PREFIX: "an agency's mark before the first sentence",
    Kind.DISCLAIMER: "a note on what the article is and is not",
    Kind.SECTION: "the section's name",
    Kind.RELATED: "other articles: boxes, pointers, teasers",
    Kind.MOST_READ: "what others read",
    Kind.NAV: "menus, breadcrumbs, lists of sections",
    Kind.FOOTER: "imprint, licence, address of the newsroom",
    Kind.FOLLOW: "calls to follow the paper elsewhere",
    Kind.SHARE: "share bars and their counters",
    Kind.COMMENTS: "comments, and the forms for them",
    Kind.TAGS: "key words",
    Kind.AD: "advertisement and its markers",
    Kind.PLAYER: "controls and messages of players, podcasts",
    Kind.PROMO: "the newsroom's own calls: see the video, next part, send us letters",
    Kind.LOGIN: "log in, register, subscribe",
    Kind.WIDGET: "polls, stock tickers, tables of matches",
    Kind.DUPLICATE: "what was there before: headline, alternative text, paragraphs",
    Kind.UI: "buttons: back to top, print, text size",
    Kind.META: "traces of crawlers and scripts",
}


def kinds() -> Iterator[str]:
    """Every kind, by family, and the rules that find it."""
    for family, members in (
        ("Content", CONTENT),
        ("Editorial", EDITORIAL),
        ("Boilerplate", BOILERPLATE),
    ):
        yield f"### {family}"
        rows = ["| kind | what it is | rules |", "|---|---|---|"]
        for kind in (kind for kind in Kind if kind in members):
            found = ", ".join(f"`{rule.id}`" for rule in TABLE if kind in rule.kinds)
            rows.append(f"| `{kind}` | {MEANS[kind]} | {found} |")
        yield "\n".join(rows)


def groups() -> Iterator[str]:
    """The phrase groups that a user may extend, with the first phrases of each."""
    rows = ["| group | phrases | for instance |", "|---|---|---|"]
    for name, group in sorted(builtin().groups.items()):
        phrases = sorted(getattr(group, "phrases", group))
        few = ", ".join(f"“{phrase}”" for phrase in phrases[:3])
        rows.append(f"| `{name}` | {len(phrases)} | {few} |")
    yield "\n".join(rows)


def dialects() -> Iterator[str]:
    """Every dialect, in the words of its reader."""
    rows = ["| dialect | what it is |", "|---|---|", "| `plain` | One line is one block. |"]
    rows.append(f"| `{FLAT}` | All of it in one line. |")
    rows.append(f"| `{ESCAPED}` | Line breaks or entities written out, mended before it is read. |")
    for name, reader in READERS.items():
        module = inspect.getmodule(reader)
        said = (inspect.getdoc(module) or "").split("\n\n")[0].replace("\n", " ").replace("``", "`")
        rows.append(f"| `{name}` | {said} |")
    yield "\n".join(rows)


def settings() -> Iterator[str]:
    """What `Cleaner` takes, in the words of its docstring."""
    doc = inspect.getdoc(Cleaner) or ""
    for names, text in re.findall(r"^((?:`\w+`(?:, )?)+)\n((?:    .*\n?)+)", doc, re.MULTILINE):
        said = " ".join(text.split()).replace("``", "`")
        yield f"- {names}: {said}"


def commands() -> Iterator[str]:
    """The help of every command."""
    assert isinstance(main, click.Group)
    settings = {**main.context_settings, "max_content_width": 100, "terminal_width": 100}
    with click.Context(main, info_name="vnnews-clean", **settings) as top:
        for name in main.list_commands(top):
            command = main.get_command(top, name)
            assert command
            yield from _help(command, f"vnnews-clean {name}", top)


def _help(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    own = name.removeprefix(f"{parent.command_path} ")
    with click.Context(command, parent=parent, info_name=own, terminal_width=100) as context:
        yield f"### {name}"
        yield f"```text\n{command.get_help(context)}\n```"
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                assert found
                yield from _help(found, f"{name} {inner}", context)


def names() -> Iterator[str]:
    """The public names of the package, and what each is."""
    rows = ["| name | what it is |", "|---|---|"]
    for name in vnnews_clean.__all__:
        named = getattr(vnnews_clean, name)
        values = " or ".join(f"`{value}`" for value in get_args(named))  # of a Literal
        doc = f"The type of what is {values}." if values else inspect.getdoc(named) or ""
        first = doc.split("\n\n")[0].replace("\n", " ").replace("``", "`")
        rows.append(f"| `{name}` | {first if name != '__version__' else 'the version'} |")
    yield "\n".join(rows)


def reasons() -> Iterator[str]:
    """Why a document is in the quarantine."""
    yield "\n".join(f"- `{reason}`" for reason in Reason)


def result_json() -> Iterator[str]:
    """What ``clean --format json`` prints of the sample."""
    data = json.loads(as_json(Cleaner().clean(SAMPLE)))
    yield f"```json\n{json.dumps(data, ensure_ascii=False, indent=2)}\n```"


def golden() -> Iterator[str]:
    """The golden of the sample."""
    lines = [written(line) for line in lines_of(Cleaner().clean(SAMPLE))]
    yield "\n".join(["```text", *lines, "```"])


MEASURED: Final[Mapping[str, str]] = {
    "html": "pages as HTML",
    "html_generic": "the same without any publisher's pack",
    "lines": "as lines",
    "wrap": "lines broken at 80 columns",
    "md": "Markdown, by html2text",
    "bs4": '`get_text("\\n")`',
    "w3m": "w3m",
    "lynx": "lynx",
    "joined": 'all of a page in one line, `get_text(" ")`',
    "dumps": "texts as crawlers left them",
}
"""Set of the quality benchmark → what README calls it."""


def quality() -> Iterator[str]:
    """The floors of the quality benchmark: no change lands that falls below one."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    rows = [
        "| input | F1 | article words lost | boilerplate words leaked | exactly right |",
        "|---|---|---|---|---|",
    ]
    for name, said in MEASURED.items():
        floor, nothing = pinned["floors"][name], pinned["nothing"][name]
        # Below nothing where words that came in damaged are read right again.
        lost = max(0, floor["words_lost"] - nothing["words_lost"]) / nothing["content_words"]
        leaked = floor["words_leaked"] / nothing["words_leaked"]
        rows.append(
            f"| {said} | {floor['f1']:.4f} | {lost:.2%} | {leaked:.1%} "
            f"| {floor['perfect']} of {nothing['documents']} |"
        )
    yield "\n".join(rows)


BLOCKS: Final[Mapping[str, Callable[[], Iterator[str]]]] = {
    "rules": rules,
    "kinds": kinds,
    "groups": groups,
    "dialects": dialects,
    "settings": settings,
    "commands": commands,
    "names": names,
    "reasons": reasons,
    "result": result_json,
    "golden": golden,
    "quality": quality,
}
_BLOCK: Final = re.compile(
    r"(<!-- (\w+): written by docs/reference\.py -->\n).*?(<!-- /\2 -->)", re.DOTALL
)


def current(page: str) -> str:
    """A page with every written block as the code would write it now."""

    def written_anew(found: re.Match[str]) -> str:
        block = "\n\n".join(BLOCKS[found[2]]())
        return f"{found[1]}\n{block}\n\n{found[3]}"

    return _BLOCK.sub(written_anew, page)


def write() -> None:
    """Write the pages anew."""
    for path in WRITTEN:
        page = path.read_text(encoding="utf-8")
        path.write_text(current(page), encoding="utf-8")


if __name__ == "__main__":
    write()
