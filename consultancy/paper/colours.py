"""Colours on white paper: how well one is read there, and the paler ones beside it."""

import re
from dataclasses import dataclass

PLAIN = "#1f5560"  # of letters without a colour of their own, as letter.css has it
LEAST_CONTRAST = 4.5  # to 1; WCAG 2.2, 1.4.3
HEX = re.compile(r"#[0-9a-f]{6}")

WHITE, BLACK = (255, 255, 255), (0, 0, 0)
TINT, RULE = 0.075, 0.245  # how much of the colour is in the ground and in thin lines
STEPS = 200

Channels = tuple[int, int, int]


@dataclass(frozen=True)
class Palette:
    """What a letter is coloured with: four colours as `#rrggbb`.

    `on_tint` is the accent where it stands on the tint and not on white.
    """

    accent: str
    tint: str
    rule: str
    on_tint: str


def palette(accent: str) -> Palette:
    """Return what goes with ACCENT, an `#rrggbb` in small letters."""
    tint = _mixed(accent, WHITE, TINT)
    return Palette(
        accent=accent,
        tint=tint,
        rule=_mixed(accent, WHITE, RULE),
        on_tint=readable_shade(accent, ground=tint),
    )


def contrast(colour: str, ground: str = "#ffffff") -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_shade(colour: str, ground: str = "#ffffff") -> str:
    """Return COLOUR, darkened no more than it takes to be read on GROUND."""
    shades = (_mixed(colour, BLACK, part / STEPS) for part in range(STEPS, -1, -1))
    return next(each for each in shades if contrast(each, ground) >= LEAST_CONTRAST)


def _mixed(colour: str, other: Channels, part: float) -> str:
    pairs = zip(_channels(colour), other, strict=True)
    return "#" + "".join(
        f"{round(one * part + two * (1 - part)):02x}" for one, two in pairs
    )


def _channels(colour: str) -> Channels:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
