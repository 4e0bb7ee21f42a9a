"""Numbers and sums of money, in figures or in words, in both languages."""

from dataclasses import dataclass

from requests_log.triage.text import Text

_UNITS = {
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9, "diez": 10, "doce": 12, "trece": 13, "catorce": 14,
    "quince": 15, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18,
    "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veinticinco": 25,
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
    "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200,
    "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400,
    "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600,
    "seiscientas": 600, "setecientos": 700, "setecientas": 700, "ochocientos": 800,
    "ochocientas": 800, "novecientos": 900, "novecientas": 900,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "veinticuatro": 24,
    "veintiseis": 26, "veintisiete": 27, "veintinueve": 29,
    "once": 11, "veintiun": 21, "veintidos": 22, "veintitres": 23, "veintiocho": 28,
    "twice": 2, "thrice": 3, "couple": 2, "par": 2, "dozen": 12, "docena": 12,
}  # fmt: skip
_ONES = frozenset(("un", "una", "uno", "one", "a", "an"))
_AFTER_ENGLISH_ONCE = frozenset(("a", "per", "every", "each", "the", "we", "you"))
_TIMES = {
    "mil": 1000, "k": 1000, "thousand": 1000, "grand": 1000, "hundred": 100,
    "millon": 10**6, "millones": 10**6, "million": 10**6, "luca": 1000,
    "lucas": 1000, "miles": 1000, "palo": 10**6, "palos": 10**6,
}  # fmt: skip
_SPANISH_TENS = frozenset(
    "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
)
_ENGLISH_TENS = frozenset(
    "twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_SPANISH_ONES = frozenset(("un", "una", "uno"))
_THOUSANDS, _MOST_FIGURES = 3, 15  # figures in a group; of a number that are read
_HALVES = frozenset(("medio", "half"))
_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "euritos": "EUR",
    "pavos": "EUR", "leuros": "EUR", "£": "GBP", "gbp": "GBP", "pound": "GBP",
    "pounds": "GBP", "quid": "GBP", "libras": "GBP", "usd": "USD", "dolar": "USD",
    "dolares": "USD", "dollars": "USD", "bucks": "USD", "mxn": "MXN",
    "varos": "MXN", "ars": "ARS", "cop": "COP", "$": "", "peso": "", "pesos": "",
    "pesitos": "", "mangos": "ARS", "luca": "", "lucas": "", "grand": "",
    "palo": "", "palos": "",
}  # fmt: skip

_STARTS = frozenset((*_UNITS, *_ONES, *_TIMES))
CURRENCY_WORDS = frozenset(_CURRENCIES)


@dataclass(frozen=True)
class Quantity:
    """A number over tokens [first, last); `weak` when it is only an article."""

    first: int
    last: int
    value: float
    weak: bool = False


@dataclass(frozen=True)
class Amount:
    """A sum of money; the currency is empty when the words leave it open."""

    first: int
    last: int
    value: float
    currency: str


def quantities(text: Text) -> tuple[Quantity, ...]:
    """Every number of the text, in order."""
    found, token, words = [], 0, text.words
    while token < len(words):
        read = _read(words, token)
        if read is None:
            token += 1
        else:
            found.append(read)
            token = read.last
    return tuple(found)


def amounts(text: Text, numbers: tuple[Quantity, ...]) -> tuple[Amount, ...]:
    """The numbers that stand beside a currency."""
    found = []
    for number in numbers:
        beside = _currency_beside(text.words, number)
        if beside is not None and not number.weak:
            first, last, currency = beside
            found.append(Amount(first, last, number.value, currency))
    return tuple(found)


def _read(words: list[str], first: int) -> Quantity | None:
    word = words[first]
    if word in _HALVES:
        return _half(words, first)
    if word not in _STARTS and not word[0].isdecimal():
        return None
    read = _quantity(words, first)
    return read and _and_a_half(words, read)


def _half(words: list[str], first: int) -> Quantity | None:
    """Half of the unit behind: "medio millón", "half a million"."""
    unit = first + (2 if words[first + 1 : first + 2] == ["a"] else 1)
    if unit >= len(words) or words[unit] not in _TIMES:
        return None
    return Quantity(first, unit + 1, _TIMES[words[unit]] / 2)


def _and_a_half(words: list[str], read: Quantity) -> Quantity:
    unit = _TIMES.get(words[read.last - 1], 0)
    for half in (["y", "medio"], ["and", "a", "half"]):
        if unit and words[read.last : read.last + len(half)] == half:
            return Quantity(read.first, read.last + len(half), read.value + unit / 2)
    return read


def _quantity(words: list[str], first: int) -> Quantity | None:
    total, part, token, weak = 0.0, 0.0, first, False
    while token < len(words):
        word = words[token]
        value = _value(words, token)
        if value is not None and _fits(part, value):
            part += value
        elif word in _TIMES and (part or word in ("mil", "miles")):
            total, part = total + (part or 1) * _TIMES[word], 0.0
        elif word in _ONES and token == first:
            part, weak = 1.0, True
        elif _ends_tens(words, token):
            part += 1
        elif not (word in ("y", "and") and token > first and _joins(words, token)):
            break
        weak = weak and token == first
        token += 1
    if token == first or not total + part:
        return None
    return Quantity(first, token, total + part, weak)


def _joins(words: list[str], token: int) -> bool:
    before, after = words[token - 1], words[token + 1 : token + 2]
    tens = (_UNITS.get(before) or 0) % 10 == 0 and (_UNITS.get(before) or 0) >= 30
    hundred = before in ("hundred", "thousand")
    counts = bool(after) and (after[0] in _UNITS or _ends_tens(words, token + 1))
    return counts and (tens or hundred)


def _ends_tens(words: list[str], token: int) -> bool:
    """Whether it is the one of "treinta y una" or of "twenty one"."""
    before = words[max(0, token - 2) : token]
    if words[token] == "one":
        return bool(before) and before[-1] in _ENGLISH_TENS
    spanish = words[token] in _SPANISH_ONES and before[1:] == ["y"]
    return spanish and before[0] in _SPANISH_TENS


def _fits(part: float, value: float) -> bool:
    return not part or (part % 10 == 0 and part >= 20 and value < part)


def _value(words: list[str], token: int) -> float | None:
    word = words[token]
    if word[0].isdecimal() and word.isascii():
        return _figures(word)
    english_once = word == "once" and words[token + 1 : token + 2]
    if english_once and english_once[0] in _AFTER_ENGLISH_ONCE:
        return 1.0
    return _UNITS.get(word)


def _figures(word: str) -> float:
    first, *others = word.replace(",", ".").split(".")
    if "," in word and "." in word:  # "1.500,00": the last of them parts the cents
        *others, cents = others
        return float(f"{''.join((first, *others))}.{cents}"[:_MOST_FIGURES])
    if all(len(group) == _THOUSANDS for group in others):
        return float("".join((first, *others))[:_MOST_FIGURES])
    return float(f"{first}.{''.join(others)}"[:_MOST_FIGURES])


def _currency_beside(words: list[str], number: Quantity) -> tuple[int, int, str] | None:
    if words[number.last - 1] in _CURRENCIES:
        return number.first, number.last, _CURRENCIES[words[number.last - 1]]
    after = words[number.last : number.last + 1]
    if after and after[0] in _CURRENCIES:
        return number.first, number.last + 1, _CURRENCIES[after[0]]
    if number.first and words[number.first - 1] in ("€", "$", "£"):
        return number.first - 1, number.last, _CURRENCIES[words[number.first - 1]]
    return None
