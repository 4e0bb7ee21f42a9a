"""What a file is, by its content: few things are shown, all others are handed out."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

SHOWN = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "WEBP": "image/webp",
    "GIF": "image/gif",
}
ANYTHING = "application/octet-stream"
MOST_PIXELS = 60_000_000
NOT_A_PICTURE = (UnidentifiedImageError, OSError, SyntaxError, ValueError)


class TooManyPixels(Exception):
    """A picture so large that whoever opens it may run out of memory."""


def media_type_of(content: bytes) -> str:
    """Return the type of a picture a browser may show, else ANYTHING.

    Reads the head alone, decodes no picture. Raises TooManyPixels.
    """
    try:
        with Image.open(BytesIO(content), formats=tuple(SHOWN)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise TooManyPixels
            return SHOWN[picture.format or ""]
    except Image.DecompressionBombError as error:
        raise TooManyPixels from error
    except NOT_A_PICTURE:
        return "application/pdf" if content.startswith(b"%PDF-") else ANYTHING
