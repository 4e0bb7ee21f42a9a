"""A logo as PDF/A takes it: a PNG in plain sRGB, of no more pixels than print needs."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from .errors import PictureRefused

FORMATS = ("PNG", "JPEG", "WEBP")
NOT_A_PICTURE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    SyntaxError,
    ValueError,
)
MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 16_000_000
LONGEST_SIDE = 900


def printable_picture(content: bytes) -> bytes:
    """Return a picture as PNG; the same bytes for the same picture.

    Raises PictureRefused for what is no picture, or one too large to be a logo.
    """
    if len(content) > MOST_BYTES:
        raise PictureRefused(f"more than {MOST_BYTES} bytes")
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureRefused(f"more than {MOST_PIXELS} pixels")
            return _as_png(picture)
    except NOT_A_PICTURE as error:
        raise PictureRefused("not a picture") from error


def _as_png(picture: Image.Image) -> bytes:
    plain = picture.convert("RGBA")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # Drawn anew on a blank sheet: profiles, comments and other riders stay behind.
    sheet = Image.new("RGB", plain.size, "white")
    sheet.paste(plain, mask=plain.getchannel("A"))
    png = BytesIO()
    sheet.save(png, "PNG", optimize=True)
    return png.getvalue()
