"""Writes packages/datasets/test/golden/images.json: small pictures of every kind as Pillow writes them, and their greys.

Files and greys are in base64; greys are those of Pillow's `convert("L")`, of 16 bits those rounded to 8.

Run from the repository's root: python tooling/reference/images.py [output folder]
"""

import base64
import io
import json
import sys
from pathlib import Path

import numpy as np
import PIL
from PIL import Image, ImageOps

OUTPUT = Path(sys.argv[1] if len(sys.argv) > 1 else "packages/datasets/test/golden")
RNG = np.random.RandomState(0)
HEIGHT, WIDTH = 13, 11
NOISE = RNG.randint(0, 256, (HEIGHT, WIDTH, 4)).astype("u1")
ROWS, COLUMNS = np.mgrid[:HEIGHT, :WIDTH]
SMOOTH = np.stack([ROWS * 19, COLUMNS * 23, 255 - ROWS * 9 - COLUMNS * 9], 2).astype("u1")


def text(data):
    return base64.b64encode(data).decode()


def encode(image, **options):
    file = io.BytesIO()
    image.save(file, **options)
    return file.getvalue()


def case(name, image, tolerance=0, grey=None, **options):
    data = encode(image, **options)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    grey = np.asarray(upright.convert("L")) if grey is None else grey
    return {"name": name, "file": text(data), "shape": list(grey.shape), "grey": text(grey.tobytes()), "tolerance": tolerance}


def png():
    yield case("grey", Image.fromarray(NOISE[..., 0]), format="png")
    yield case("colours", Image.fromarray(NOISE[..., :3]), format="png")
    yield case("colours and opacity", Image.fromarray(NOISE), format="png")
    yield case("grey and opacity", Image.fromarray(NOISE[..., :2]), format="png")
    palette = Image.fromarray(SMOOTH).quantize(200)
    yield case("a palette", palette, format="png")
    for colours in [2, 4, 16]:
        yield case(f"a palette of {colours}", Image.fromarray(SMOOTH).quantize(colours), format="png")
    yield case("a palette with opacity", palette, format="png", transparency=bytes(range(200)))
    yield case("one bit", Image.fromarray(NOISE[..., 0]).convert("1"), format="png")
    deep = NOISE[..., 0].astype("u2") * 256 + NOISE[..., 1]
    yield case("16 bits", Image.fromarray(deep), format="png", grey=np.round(deep / 257).astype("u1"))


def jpeg():
    grey, colours = Image.fromarray(SMOOTH[..., 0]), Image.fromarray(SMOOTH)
    yield case("grey", grey, 2, format="jpeg")
    yield case("colours", colours, 4, format="jpeg", subsampling=0)
    yield case("colours, sampled less often", colours, 12, format="jpeg", quality=90)
    yield case("progressive", colours, 4, format="jpeg", progressive=True, subsampling=0)
    yield case("CMYK", colours.convert("CMYK"), 4, format="jpeg", quality=95)
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        yield case(f"orientation {orientation}", grey, 2, format="jpeg", exif=exif)


def resized():
    for height, width in [(13, 11), (28, 28), (5, 4), (1, 1), (13, 3), (40, 11)]:
        image = Image.fromarray(NOISE[..., 0]).resize((width, height), Image.Resampling.BILINEAR)
        yield {"shape": [height, width], "grey": text(np.asarray(image).tobytes())}


golden = {
    "generator": "tooling/reference/images.py",
    "versions": {"numpy": np.__version__, "pillow": PIL.__version__},
    "png": list(png()),
    "jpeg": list(jpeg()),
    "resized": list(resized()),
}
OUTPUT.mkdir(parents=True, exist_ok=True)
(OUTPUT / "images.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
