"""Pictures are drawn anew: place, camera and comments inside them are gone, and so is whatever hid behind them."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageFile, ImageOps

from wir.files.adapters.refusals import UnfitFile
from wir.files.rules import FileProblem, MediaType

LONGEST_SIDE = 3000
"""Pixels; a page A4 at 250 dots an inch."""
MAX_PIXELS = 25_000_000
"""Of a picture that must be unpacked whole: about 100 MB of memory."""
MAX_PIXELS_JPEG = 120_000_000
"""A JPEG can be unpacked at a fraction of its size, and telephones make large ones."""
_FORMATS = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG", MediaType.WEBP: "WEBP"}
_QUALITY = 85

Image.MAX_IMAGE_PIXELS = (
    MAX_PIXELS_JPEG  # for every picture of this process: Pillow itself refuses twice as many
)


def drawn_anew(data: bytes, media_type: MediaType) -> bytes:
    """Return the picture upright, at most ``LONGEST_SIDE`` long, without anything but its pixels.

    Raises UnfitFile for a picture that is broken or a bomb.
    """
    try:
        with Image.open(BytesIO(data), formats=[_FORMATS[media_type]]) as picture:
            return _redrawn(picture, media_type)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise UnfitFile(FileProblem.PICTURE_TOO_LARGE) from bomb
    except UnfitFile:
        raise
    except Exception as error:  # decoders answer hostile input with every kind of exception
        raise UnfitFile(FileProblem.BROKEN) from error


def _redrawn(picture: Image.Image, media_type: MediaType) -> bytes:
    jpeg = media_type is MediaType.JPEG
    if picture.width * picture.height > (MAX_PIXELS_JPEG if jpeg else MAX_PIXELS):
        raise UnfitFile(FileProblem.PICTURE_TOO_LARGE)
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    ImageFile.LOAD_TRUNCATED_IMAGES = (
        False  # WeasyPrint switches it on for everybody: half a paper would look whole
    )
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    see_through = not jpeg and ("A" in upright.getbands() or "transparency" in upright.info)
    plain = upright.convert("RGBA" if see_through else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    fresh = Image.new(plain.mode, plain.size)  # knows nothing of colour profile, comment or camera
    fresh.paste(plain)
    out = BytesIO()
    fresh.save(out, _FORMATS[media_type], quality=_QUALITY)
    return out.getvalue()
