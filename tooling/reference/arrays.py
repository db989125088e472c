"""Writes packages/arrays/test/golden/arrays.json: files as NumPy writes them, and what is in them.

A file is in base64; so are its values, in C order, low byte first (booleans as bytes, halves as singles).

Run from the repository's root: python tooling/reference/arrays.py [output folder]
"""

import base64
import gzip
import io
import json
import sys
import warnings
from pathlib import Path

import numpy as np

warnings.simplefilter("ignore")

OUTPUT = Path(sys.argv[1] if len(sys.argv) > 1 else "packages/arrays/test/golden")
RNG = np.random.RandomState(0)


def text(data):
    return base64.b64encode(data).decode()


def values(array):
    given = {"bool": "u1", "float16": "f4"}.get(array.dtype.name, array.dtype.str[1:])
    return text(np.ascontiguousarray(array).astype("<" + given).tobytes())


def npy(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version, allow_pickle=True)
    return file.getvalue()


def npz(save, **arrays):
    file = io.BytesIO()
    save(file, **arrays)
    return file.getvalue()


def content(array):
    return {
        "dtype": array.dtype.name,
        "shape": list(array.shape),
        "fortranOrder": bool(array.flags.f_contiguous and not array.flags.c_contiguous),
        "values": values(array),
    }


def case(name, array, version=None, file=None):
    return {"name": name, "file": text(file or npy(array, version)), **content(array)}


def extremes(dtype):
    """Twelve values, with the smallest, the largest and, of floats, the peculiar ones."""
    dtype = np.dtype(dtype)
    if dtype.kind == "b":
        return np.arange(12).reshape(3, 4) % 3 == 0
    if dtype.kind == "f":
        info = np.finfo(dtype)
        peculiar = [np.nan, np.inf, -np.inf, -0.0, info.max, info.min, info.tiny, info.smallest_subnormal]
        return np.array([*peculiar, 1 / 3, -2.5, 1e-3, 2048.0], dtype).reshape(3, 4)
    info = np.iinfo(dtype)
    ends = [info.min, info.max, info.min + 1, info.max - 1]
    return np.array([*ends, *range(8)], dtype).reshape(3, 4)


def arrays():
    for dtype in ["?", "u1", "i1", *(o + t for t in ["u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8"] for o in "<>")]:
        yield case(f"{dtype}", extremes(dtype))
    yield case("all halves", np.arange(0x400, 0x7C00, 29, dtype="<u2").view("<f2"))
    cube = np.arange(60, dtype="<i2").reshape(3, 4, 5)
    yield case("fortran order of two dimensions", np.asfortranarray(extremes("<f8")))
    yield case("fortran order of three", np.asfortranarray(cube))
    yield case("fortran order of four, high byte first", np.asfortranarray(np.arange(120, dtype=">i4").reshape(2, 3, 4, 5)))
    yield case("one number", np.array(-7, "<i8"))
    yield case("a vector", np.arange(7, dtype="<f4"))
    yield case("no rows", np.zeros((0, 3), "<f8"))
    yield case("no columns", np.zeros((3, 0), "u1"))
    yield case("a cube", cube)
    yield case("version 2.0", cube, (2, 0))
    yield case("version 3.0", cube, (3, 0))
    yield case("a dimension of one, 32 times", np.ones((1,) * 32, "u1"))
    yield case("gzip", cube, file=gzip.compress(npy(cube), mtime=0))


def refused():
    yield "objects", np.array([{}, None], object)
    yield "text", np.array(["a", "bcd"])
    yield "byte strings", np.array([b"a", b"bcd"])
    yield "complex64", np.ones(2, "c8")
    yield "complex128", np.ones(2, "c16")
    yield "long double", np.ones(2, np.longdouble)
    yield "dates", np.array(["2000-01-01"], "M8[D]")
    yield "durations", np.array([1], "m8[s]")
    yield "raw bytes", np.array([b"abc"], "V3")
    yield "structured", np.zeros(2, [("x", "<f8"), ("y", "<i4", (2, 2)), ("in", [("deep", "u1")])])
    yield "fields with names beyond ASCII", np.zeros(2, [("Größe", "<f8")])


def archives():
    images = RNG.randint(0, 256, (4, 8, 8)).astype("u1")
    content_of = {
        "images": images,
        "labels": np.arange(4),
        "weights": np.asfortranarray(RNG.standard_normal((3, 64))),
        "scale": np.float32(0.5),
        "größe": np.zeros((0, 2)),
    }
    for name, save in [("savez", np.savez), ("savez_compressed", np.savez_compressed)]:
        entries = {key: content(np.asarray(array)) for key, array in content_of.items()}
        yield {"name": name, "file": text(npz(save, **content_of)), "entries": entries}


GOLDEN = {
    "generator": "tooling/reference/arrays.py",
    "versions": {"numpy": np.__version__},
    "arrays": list(arrays()),
    "refused": [{"name": n, "descr": str(a.dtype.str), "file": text(npy(a))} for n, a in refused()],
    "archives": list(archives()),
}
OUTPUT.mkdir(parents=True, exist_ok=True)
(OUTPUT / "arrays.json").write_text(json.dumps(GOLDEN, ensure_ascii=False, separators=(",", ":")) + "\n")
