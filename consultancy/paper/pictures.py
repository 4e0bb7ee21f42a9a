"""A logo as PDF/A takes it: a PNG in plain sRGB, of no more pixels than print needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from .errors import PictureRefused

FORMATS = ("PNG", "JPEG", "WEBP")
NOT_A_PICTURE = (UnidentifiedImageError, OSError, SyntaxError, ValueError)
MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 16_000_000
LONGEST_SIDE = 900
# A logo is printed 46 mm wide and 16 mm high at most: 350 dots an inch in the first
# box. A photograph gets a smaller one, as every letter holds a copy of its bytes.
LOGO_BOXES = ((640, 256), (480, 192), (320, 128))
MOST_LOGO_BYTES = 128 * 1024
# From 0 to 255: where nothing is darker than this, nothing shows on paper.
FAINT = 235


@dataclass(frozen=True)
class LogoPictures:
    """One logo as two PNGs: flat on white for paper, and seen through for screens."""

    paper: bytes
    screen: bytes


def printable_picture(content: bytes) -> bytes:
    """Return a picture as PNG; the same bytes for the same picture.

    Raises PictureRefused for what is no picture, or one too large to be a logo.
    """
    with _opened(content) as picture:
        plain = picture.convert("RGBA")
        plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return _png(_flat(plain))


def logo_pictures(content: bytes) -> LogoPictures:
    """Return an uploaded logo, upright and without its empty margins, as it is kept.

    Raises PictureRefused, also where nothing of it would be seen on white paper.
    """
    with _opened(content) as picture:
        drawn = ImageOps.exif_transpose(picture).convert("RGBA")
    drawn = drawn.crop(drawn.getchannel("A").getbbox())
    drawn.thumbnail(LOGO_BOXES[0], Image.Resampling.LANCZOS)
    if not any(_flat(drawn).convert("L").histogram()[: FAINT + 1]):
        raise PictureRefused(PictureRefused.UNSEEN)
    made = map(partial(_in_box, drawn), LOGO_BOXES)
    return next(logo for logo in made if len(logo.paper) <= MOST_LOGO_BYTES)


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    """Open a picture whose header promises a sensible size: only then is it decoded."""
    if len(content) > MOST_BYTES:
        raise PictureRefused(PictureRefused.HEAVY)
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureRefused(PictureRefused.LARGE)
            yield picture
    except Image.DecompressionBombError as error:
        raise PictureRefused(PictureRefused.LARGE) from error
    except NOT_A_PICTURE as error:
        raise PictureRefused(PictureRefused.NO_PICTURE) from error


def _in_box(drawn: Image.Image, box: tuple[int, int]) -> LogoPictures:
    small = drawn.copy()
    small.thumbnail(box, Image.Resampling.LANCZOS)
    # Drawn anew on a blank sheet: profiles, comments and other riders stay behind.
    sheet = Image.new("RGBA", small.size)
    sheet.paste(small)
    return LogoPictures(paper=_png(_flat(small)), screen=_png(sheet))


def _flat(drawn: Image.Image) -> Image.Image:
    sheet = Image.new("RGB", drawn.size, "white")
    sheet.paste(drawn, mask=drawn.getchannel("A"))
    return sheet


def _png(picture: Image.Image) -> bytes:
    png = BytesIO()
    picture.save(png, "PNG", optimize=True)
    return png.getvalue()
