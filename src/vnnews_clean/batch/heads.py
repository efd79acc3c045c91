"""What the first bytes of a file of JSON lines say, whatever its name does.

Downloads are unpacked on the way and keep their names, or are packed and lose them. Read as the name
says, such a file is one damage from beginning to end.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Final

from ..errors import InputError

_PACKED: Final = {b"\x1f\x8b": "jsonl.gz", b"\x28\xb5\x2f\xfd": "jsonl.zst"}
_UTF16: Final = (BOM_UTF16_LE, BOM_UTF16_BE, b"{\0", b"\0{")
_TABLE: Final = b"PAR1"


def told_by_head(path: Path, format: str) -> str:
    """The format of a file of JSON lines: as its first bytes have it, or as it is said to be.

    Raises `InputError` for a file that holds no JSON lines for certain.
    """
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError:
        return format  # whoever reads the file says what is wrong with it
    for mark, packed in _PACKED.items():
        if head.startswith(mark):
            return packed
    if head.startswith(_UTF16):
        raise InputError(f"{path}: is UTF-16; JSON lines are UTF-8")
    if head.startswith(_TABLE):
        raise InputError(f"{path}: is Parquet, not JSON lines; see --input-format")
    return "jsonl" if head.removeprefix(BOM_UTF8).lstrip().startswith(b"{") else format
