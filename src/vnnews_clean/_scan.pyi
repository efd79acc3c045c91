from typing import final

from .signs import Spelled

PROTOCOL: int

@final
class Scanner:
    def __new__(
        cls,
        odd: str,
        lower: str,
        upper: str,
        stops: str,
        quotes: str,
        tones: list[str],
        opening: list[str],
        filling: list[str],
        printed: list[str],
        asked: list[tuple[str, int, int, int, bool, Spelled]],
        /,
    ) -> Scanner: ...
    def __call__(
        self, text: str, /
    ) -> (
        tuple[
            str,
            str,
            list[tuple[int, int, int]],
            list[int],
            list[tuple[int, int]],
            list[Spelled],
            str,
            str,
            list[str],
            list[int],
            int,
            int,
        ]
        | None
    ): ...
