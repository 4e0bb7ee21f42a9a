import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from consultancy.web.media_types import ANYTHING, TooManyPixels, media_type_of


def picture(kind, **more):
    file = BytesIO()
    Image.new("RGB", (4, 3), "red").save(file, kind, **more)
    return file.getvalue()


def png_head(width, height):
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"x" * 9)


def chunk(kind, content):
    crc = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + crc


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (picture("PNG"), "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (picture("WEBP"), "image/webp"),
        (picture("GIF"), "image/gif"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ANYTHING),
        (b"<html><script>alert(1)</script>", ANYTHING),
        (picture("BMP"), ANYTHING),
        (picture("PNG")[:20], ANYTHING),
        (b"x", ANYTHING),
    ],
)
def test_a_file_is_what_its_content_says(content, kind):
    assert media_type_of(content) == kind


@pytest.mark.parametrize("side", [10_000, 30_000])
def test_too_many_pixels_are_refused_by_the_head_alone(side):
    with pytest.raises(TooManyPixels):
        media_type_of(png_head(side, side))
