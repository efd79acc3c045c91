"""datatrove: a step of a pipeline that cleans documents, with statistics and an exclusion writer.

A document that cannot be cleaned, say since a rule raised, is dropped and handed to the exclusion
writer with its ``status``, so one bad document does not end a task.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from .attempt import MAX_SIZE, OK, attempt
from .batch.extras import required
from .cleaner import Cleaner
from .corpusrow import Format, named_facts

required("datatrove", "datatrove", "datatrove's pipelines")

from datatrove.data import Document  # noqa: E402 - after the message that says how to get it
from datatrove.pipeline.filters.base_filter import BaseFilter  # noqa: E402
from datatrove.pipeline.writers.disk_base import DiskWriter  # noqa: E402


class VnnewsClean(BaseFilter):  # type: ignore[misc]  # its base has no types
    """Cleans ``document.text``: a dump, or a page if `page` says so.

    A page's address is its metadata ``url``. `add` puts facts into the metadata, as `Kernel` adds
    columns. Raises `ConfigError` for options that do not fit.
    """

    type = "🧽 - CLEANER"
    name = "vnnews_clean"

    def __init__(
        self,
        cleaner: Cleaner | None = None,
        *,
        page: bool = False,
        add: Sequence[str] = (),
        format: Format = "text",
        max_size: int = MAX_SIZE,
        exclusion_writer: DiskWriter | None = None,
    ) -> None:
        super().__init__(exclusion_writer)
        self.cleaner = cleaner or Cleaner()
        self.page = page
        self.facts = named_facts(add)
        self.format = format
        self.max_size = max_size

    def filter(self, document: Document) -> bool | tuple[bool, str]:
        """Clean `document` in place; false, with its status, if that cannot be done."""
        status, text, facts = attempt(
            self.cleaner,
            document.text,
            page=self.page,
            url=str(document.metadata.get("url") or ""),
            format=self.format,
            facts=(*self.facts.values(), "removals"),
            max_size=self.max_size,
        )
        if status != OK or text is None:
            document.metadata["status"] = status
            return False, status.partition(":")[0]
        self.stat_update("characters_in", value=len(document.text))
        self.stat_update("characters_out", value=len(text))
        self.stat_update("changed" if text != document.text else "unchanged")
        for removal in cast("list[dict[str, str]]", facts[-1]):
            self.stat_update(f"removed_{removal['kind']}", value=len(removal["text"]))
        document.text = text
        document.metadata.update(zip(self.facts, facts[:-1], strict=True))
        return True
