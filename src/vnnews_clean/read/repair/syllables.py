"""Is this word a syllable of Vietnamese? The evidence behind every guess about an encoding.

Vietnamese writes each syllable as a word of its own: onset, rime, tone. The three lists below,
written from the phonotactics as grammars give them (Thompson, *A Vietnamese Reference Grammar*;
Đoàn Thiện Thuật, *Ngữ âm tiếng Việt*), admit some 18,000 syllables in both tone placements
(``hòa``, ``hoà``). That is loose enough for 96 % of the words of a newspaper (99.8 % of those that are not ASCII) and so tight that
text in a wrong encoding hardly ever passes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...patterns import pattern

PROPER: Final = pattern("[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]")
"""Letters of Vietnamese that neither Latin-1 nor another language of Europe has."""
_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_STOPPED_TONES: Final = ("\u0301", "\u0323")
"""A syllable that ends in p, t, c or ch is high (sắc) or low (nặng), nothing else."""

_ONSETS: Final = "b c ch d đ g gi h kh l m n ng nh p ph r s t th tr v x"
_FRONT_ONSETS: Final = "b ch d đ gh h k kh l m n ngh nh p ph r s t th tr v x"
"""Before e, ê, i: /k/, /ɣ/ and /ŋ/ are spelt k, gh and ngh there, and c, g and ng elsewhere."""

_RIMES: Final = """
a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âu ây âc âm ân âng âp ât
o oi oc om on ong op ot ooc oong ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
oa oai oao oay oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăp oăt oe oeo oem oen oet
u ua ui uc um un ung up ut uân uâng uât uây uê uêch uên uênh uêu uôc uôi uôm uôn uông uôt uơ
uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưi ưu ưc ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu
"""
_FRONT_RIMES: Final = """
e eo ec em en eng ep et ê êu êch êm ên ênh êp êt
i ia iu ich im in inh ip it iêc iêm iên iêng iêp iêt iêu
"""
_Y_RIMES: Final = {"y": "h k l m s t v", "yêm": "", "yên": "", "yêt": "", "yêu": ""}
"""Rimes that are spelt with y, and the onsets before which they are; all stand alone too."""
_QU_RIMES: Final = """
a ai ao au ay ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt ây âc âm ân âng âp ât
e eo en eng et ê êch ên ênh êt êu i ich in inh it y ych yên yêt yn ynh yt yp ơ ơi ơn ôc
"""
_G_RIMES: Final = "i in im it iêc iêng iêt"
"""What follows ``gi`` when its i is the vowel: gì, gìn, giêng, giết."""

_VOWELS: Final = frozenset("aăâeêioôơuưy")
_MARKED: Final = frozenset("ăâêôơư")
_STOPS: Final = ("p", "t", "c", "ch")


def is_syllable(word: str) -> bool:
    """Whether `word` (NFC) is a Vietnamese syllable in lower, title or upper case.

    >>> is_syllable("Nghiêng"), is_syllable("NƯỚC"), is_syllable("lÃ"), is_syllable("déjà")
    (True, True, False, False)
    """
    return word.lower() in _syllables() and (word.islower() or word.isupper() or word.istitle())


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(
        onset + sung
        for onset, rime in _pairs()
        for tone in _tones(rime)
        for sung in _sung(rime, tone)
    )


def _pairs() -> Iterator[tuple[str, str]]:
    """Onset and rime of every toneless syllable."""
    rimes, front_rimes = _RIMES.split(), _FRONT_RIMES.split()
    for rime in (*rimes, *front_rimes, *_Y_RIMES):
        yield "", rime
    yield from ((onset, rime) for onset in _ONSETS.split() for rime in rimes)
    yield from ((onset, rime) for onset in _FRONT_ONSETS.split() for rime in front_rimes)
    yield from ((onset, rime) for rime, onsets in _Y_RIMES.items() for onset in onsets.split())
    yield from (("qu", rime) for rime in _QU_RIMES.split())
    yield from (("g", rime) for rime in _G_RIMES.split())
    yield from (("gi", rime) for rime in ("e", "eo", "em", "ê", "êu"))


def _tones(rime: str) -> tuple[str, ...]:
    return _STOPPED_TONES if rime.endswith(_STOPS) else _TONES


def _sung(rime: str, tone: str) -> Iterator[str]:
    """`rime` with `tone` on its vowel; twice where two schools place it differently."""
    for at in _tone_places(rime):
        yield unicodedata.normalize("NFC", rime[: at + 1] + tone + rime[at + 1 :])


def _tone_places(rime: str) -> tuple[int, ...]:
    vowels = [i for i, letter in enumerate(rime) if letter in _VOWELS]
    marked = [i for i in vowels if rime[i] in _MARKED]
    if marked:
        return (marked[-1],)
    if len(vowels) == 1:
        return (vowels[0],)
    if vowels[-1] + 1 < len(rime):  # a consonant follows: hoàn
        return (vowels[-1],)
    if len(vowels) == 2 and rime in ("oa", "oe", "uy"):
        return (0, 1)
    return (1,) if len(vowels) == 3 else (0,)
