import io
import random
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw

from consultancy.paper.errors import PictureRefused
from consultancy.paper.pictures import (
    LONGEST_SIDE,
    MOST_BYTES,
    MOST_LOGO_BYTES,
    logo_pictures,
    printable_picture,
)


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


REFUSED = [
    (b"", PictureRefused.NO_PICTURE),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureRefused.NO_PICTURE),
    (b"\x89PNG\r\n\x1a\n<html>", PictureRefused.NO_PICTURE),
    (picture()[:40], PictureRefused.NO_PICTURE),
    (picture("GIF", "P"), PictureRefused.NO_PICTURE),
    (picture() + b"\x00" * MOST_BYTES, PictureRefused.HEAVY),
    (picture(mode="1", size=(5_000, 4_000)), PictureRefused.LARGE),
    (claiming(30_000, 30_000), PictureRefused.LARGE),
    (claiming(60_000, 60_000), PictureRefused.LARGE),
]
NAMES = "empty svg polyglot cut gif heavy large promised flood".split()


@pytest.mark.parametrize("make", [printable_picture, logo_pictures])
@pytest.mark.parametrize(("content", "reason"), REFUSED, ids=NAMES)
def test_what_is_no_logo_is_refused(
    make: Callable[[bytes], object], content: bytes, reason: str
) -> None:
    with pytest.raises(PictureRefused) as refused:
        make(content)
    assert refused.value.reason == reason


def test_a_size_is_refused_before_anything_is_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def decoded(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decoded)
    with pytest.raises(PictureRefused):
        logo_pictures(claiming(8_000, 8_000))


def drawn(size: tuple[int, int] = (400, 200), ink: str = "#1f5560") -> bytes:
    """Return a disc with nothing around it."""
    sheet = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(sheet).ellipse((100, 50, 199, 149), fill=ink)
    content = io.BytesIO()
    sheet.save(content, "PNG")
    return content.getvalue()


def test_a_logo_loses_its_empty_margins() -> None:
    logo = logo_pictures(drawn())
    assert Image.open(io.BytesIO(logo.paper)).size == (100, 100)


def test_a_logo_is_white_behind_on_paper_and_seen_through_on_screen() -> None:
    logo = logo_pictures(drawn())
    paper = Image.open(io.BytesIO(logo.paper))
    screen = Image.open(io.BytesIO(logo.screen))
    assert (paper.mode, paper.getpixel((0, 0))) == ("RGB", (255, 255, 255))
    assert (screen.mode, screen.getpixel((0, 0))) == ("RGBA", (0, 0, 0, 0))


def test_a_logo_is_no_larger_than_its_place_on_paper_needs() -> None:
    logo = logo_pictures(picture("JPEG", "RGB", (3_000, 1_500)))
    assert Image.open(io.BytesIO(logo.paper)).size == (512, 256)


def test_a_logo_is_light_however_busy_it_is() -> None:
    busy = Image.frombytes("RGB", (640, 256), random.Random(1).randbytes(640 * 256 * 3))
    content = io.BytesIO()
    busy.save(content, "PNG")
    logo = logo_pictures(content.getvalue())
    assert len(logo.paper) <= MOST_LOGO_BYTES
    assert Image.open(io.BytesIO(logo.paper)).size == (320, 128)


def test_a_photograph_stands_upright() -> None:
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side
    Image.new("RGB", (40, 20)).save(content, "JPEG", exif=exif)
    assert Image.open(io.BytesIO(logo_pictures(content.getvalue()).paper)).size == (
        20,
        40,
    )


@pytest.mark.parametrize("content", [drawn(ink="#ffffff"), picture()])
def test_a_logo_that_paper_does_not_show_is_refused(content: bytes) -> None:
    with pytest.raises(PictureRefused) as refused:
        logo_pictures(content)
    assert refused.value.reason == PictureRefused.UNSEEN


def test_what_rides_behind_a_picture_is_not_kept() -> None:
    logo = logo_pictures(drawn() + b"<script>alert(1)</script>")
    assert b"script" not in logo.paper + logo.screen
