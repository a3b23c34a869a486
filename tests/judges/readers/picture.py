"""Pages as pictures, drawn by poppler, and how far two of them are apart."""

from PIL import Image, ImageChops, ImageFilter

from project import run

DOTS_PER_INCH = 60

# Drawing programs of different ages smooth edges differently: what counts is ink in another place.
BLUR = 1.2
NOTICED = 48
# The share of the page that may be noticed.
BEARABLE = 0.0002


def drawn(path, number, out, dots_per_inch=DOTS_PER_INCH):
    """Page `number` of a PDF as a picture, and its file below the folder `out`."""
    stem = out / f"{path.stem}-{number}"
    run("pdftoppm", "-png", "-r", dots_per_inch, "-f", number, "-l", number, "-singlefile", path, stem)
    return Image.open(f"{stem}.png").convert("RGB")


def apart(one, other):
    """The share of the page on which two pictures differ, from 0 to 1; 1 if their sizes do."""
    if one.size != other.size:
        return 1.0
    blurred = [it.filter(ImageFilter.GaussianBlur(BLUR)) for it in (one, other)]
    bands = ImageChops.difference(*blurred).split()
    largest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    counts = largest.histogram()
    return sum(counts[NOTICED:]) / sum(counts)


def difference(one, other, unseen):
    """The box, in dots, outside of which no dot of two pictures differs by more than `unseen` of 255; nothing without one."""
    assert one.size == other.size
    return ImageChops.difference(one, other).point(lambda it: 255 if it > unseen else 0).getbbox()


def is_blank(page, area, dots_per_point):
    """Whether an area of a page has one color; an area is left, top, right and bottom in points, or holds nothing."""
    left, top, right, bottom = (round(it * dots_per_point) for it in area)
    part = page.crop((left, top, min(right, page.width), min(bottom, page.height)))
    return 0 in part.size or len(part.getcolors(2) or (1, 2)) == 1
