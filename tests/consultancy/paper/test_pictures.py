import io
import struct
import zlib

import pytest
from PIL import Image

from consultancy.paper.errors import PictureRefused
from consultancy.paper.pictures import LONGEST_SIDE, MOST_BYTES, printable_picture


def picture(
    form: str = "PNG", mode: str = "RGBA", size: tuple[int, int] = (40, 20)
) -> bytes:
    content = io.BytesIO()
    Image.new(mode, size, 0).save(content, form)
    return content.getvalue()


def claiming(width: int, height: int) -> bytes:
    """Return a picture whose header promises another size."""
    honest = picture()
    header = b"IHDR" + struct.pack(">II", width, height) + honest[24:29]
    return honest[:12] + header + struct.pack(">I", zlib.crc32(header)) + honest[33:]


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(printable_picture(content)))


@pytest.mark.parametrize(
    "content",
    [
        picture("JPEG", "CMYK"),
        picture("JPEG", "L"),
        picture("PNG", "P"),
        picture("PNG", "I;16"),
        picture("WEBP", "RGBA"),
    ],
)
def test_every_kind_becomes_a_plain_png(content: bytes) -> None:
    result = opened(content)
    assert (result.format, result.mode, result.size) == ("PNG", "RGB", (40, 20))


def test_what_was_transparent_is_white_like_the_paper() -> None:
    assert opened(picture()).getpixel((0, 0)) == (255, 255, 255)


def test_it_is_no_larger_than_print_needs() -> None:
    assert max(opened(picture(size=(3000, 1500))).size) == LONGEST_SIDE


def test_the_same_picture_gives_the_same_bytes() -> None:
    once = printable_picture(picture())
    assert printable_picture(picture()) == once
    assert printable_picture(once) == once


def test_riders_stay_behind() -> None:
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    Image.new("RGB", (9, 9)).save(content, "JPEG", exif=exif)
    assert b"where I live" not in printable_picture(content.getvalue())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n<html>",
        picture()[:40],
        picture("GIF", "P"),
        picture() + b"\x00" * MOST_BYTES,
        picture(mode="1", size=(5_000, 4_000)),
        claiming(60_000, 60_000),
    ],
    ids=["empty", "svg", "polyglot", "cut", "gif", "heavy", "large", "flood"],
)
def test_what_is_no_logo_is_refused(content: bytes) -> None:
    with pytest.raises(PictureRefused):
        printable_picture(content)
