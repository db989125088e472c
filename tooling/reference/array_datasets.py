"""Writes packages/datasets/test/golden/array-datasets.json: files of arrays as people save them, and what is in them.

A file is in base64. Of the values there is the SHA-256 of their doubles, low byte first, row after row.

Run from the repository's root: python tooling/reference/array_datasets.py [output folder]
"""

import base64
import hashlib
import io
import json
import sys
import warnings
from pathlib import Path

import numpy as np
from PIL import Image

warnings.simplefilter("ignore")

OUTPUT = Path(sys.argv[1] if len(sys.argv) > 1 else "packages/datasets/test/golden")
RNG = np.random.RandomState(0)
ROWS, HEIGHT, WIDTH = 12, 5, 6
IMAGES = RNG.randint(0, 256, (ROWS, HEIGHT, WIDTH)).astype("u1")
COLOURS = RNG.randint(0, 256, (ROWS, HEIGHT, WIDTH, 3)).astype("u1")
LABELS = np.arange(ROWS) % 3


def saved(save, *arrays, **named):
    file = io.BytesIO()
    save(file, *arrays, **named)
    return base64.b64encode(file.getvalue()).decode()


def npy(array):
    return saved(np.save, array)


def rows(array):
    flat = np.ascontiguousarray(array).reshape(len(array), -1).astype("<f8")
    return {"rows": flat.shape[0], "columns": flat.shape[1], "sha256": hashlib.sha256(flat.tobytes()).hexdigest()}


def grey(colours):
    return np.stack([np.asarray(Image.fromarray(picture).convert("L")) for picture in colours])


def data():
    flat = IMAGES.reshape(ROWS, -1)
    yield "n × h × w of bytes", IMAGES, IMAGES, True
    yield "n × h × w × 1", IMAGES[..., None], IMAGES, True
    yield "n × 1 × h × w", IMAGES[:, None], IMAGES, True
    yield "n × features", flat, IMAGES, True
    yield "columns first", np.asfortranarray(IMAGES), IMAGES, True
    yield "bytes as 64-bit integers", IMAGES.astype("i8"), IMAGES, True
    yield "bytes as 32-bit integers, high byte first", IMAGES.astype(">u4"), IMAGES, True
    yield "truth values", IMAGES > 99, IMAGES > 99, True
    yield "signed bytes", flat.astype("i1"), flat.astype("i1"), False
    yield "16-bit greys", IMAGES.astype("u2") * 257, IMAGES.astype("u2") * 257, False
    yield "doubles of 0 to 1", IMAGES / 255, IMAGES / 255, False
    yield "doubles, columns first", np.asfortranarray(flat / 255), flat / 255, False
    yield "singles, high byte first", IMAGES.astype(">f4") / 7, (IMAGES.astype(">f4") / 7).astype("f8"), False
    yield "halves", flat.astype("f2") / 8, (flat.astype("f2") / 8).astype("f8"), False
    yield "colours", COLOURS, grey(COLOURS), True
    yield "colours, apart", np.moveaxis(COLOURS, 3, 1), grey(COLOURS), True
    yield "colours and opacity", np.concatenate([COLOURS, COLOURS[..., :1]], 3), grey(COLOURS), True


def labels():
    words = np.array(["réd", "Ａ", "😀"])[LABELS]
    yield "bytes", LABELS.astype("u1"), LABELS
    yield "signed bytes", LABELS.astype("i1") - 1, LABELS - 1
    yield "a column", LABELS.astype("u1")[:, None], LABELS
    yield "a row", LABELS.astype("u1")[None], LABELS
    yield "whole doubles", LABELS.astype("f8"), LABELS
    yield "whole halves in a column", LABELS.astype("f2")[:, None], LABELS
    yield "64-bit integers", LABELS.astype("i8") - 2**52, LABELS - 2**52
    yield "unsigned ones, high byte first", LABELS.astype(">u8"), LABELS
    yield "ids beyond 2^53", LABELS + 2**60, np.char.mod("%d", LABELS + 2**60)
    yield "truth values", LABELS > 0, LABELS > 0
    yield "text", words, words
    yield "text, high byte first", words.astype(">U9"), words
    yield "text in a column", words[:, None], words
    yield "byte strings", np.char.encode(words, "utf-8"), words


ONE_HOT = np.eye(3)[LABELS]
MISSING = np.where(LABELS == 2, np.nan, LABELS)
FRACTIONS = LABELS + 0.5
FLAT = IMAGES.reshape(ROWS, -1)
OBJECT = np.array(["a", None, 3] * 4, object)


def archives():
    part = {"x_train": IMAGES, "y_train": LABELS.astype("u1"), "x_test": IMAGES[:3], "y_test": LABELS[:3].astype("u1")}
    yield "keras", part
    yield "medmnist", {
        "train_images": IMAGES,
        "val_images": IMAGES[:3],
        "test_images": IMAGES[:3],
        "train_labels": LABELS[:, None].astype("u1"),
        "val_labels": LABELS[:3, None].astype("u1"),
        "test_labels": LABELS[:3, None].astype("u1"),
    }
    yield "scikit-learn", {
        "data": FLAT / 1.0,
        "target": LABELS,
        "frame": np.array(None, object),
        "feature_names": np.array([f"pixel {i}" for i in range(FLAT.shape[1])]),
        "target_names": np.array(["zero", "one", "two"]),
        "images": IMAGES / 1.0,
        "DESCR": np.array("what it is"),
    }
    yield "X and y", {"y": np.array(["no", "yes"])[LABELS % 2], "X": FLAT.astype("f4")}
    yield "the only ones", {"arr_0": IMAGES, "arr_1": LABELS}
    yield "without labels", {"pictures": IMAGES}
    yield "ambiguous", {"a": IMAGES, "b": IMAGES, "c": LABELS}
    yield "two spellings", {"X": IMAGES, "x": IMAGES, "y": LABELS}
    yield "objects as labels", {"X": FLAT, "y": OBJECT}
    yield "objects beside", {"X": FLAT, "y": LABELS, "meta": OBJECT}
    yield "names that do not fit", {"X": FLAT, "y": LABELS + 5, "feature_names": np.array(["a"]), "target_names": np.array(["a"])}


def wrong():
    yield "one-hot", ONE_HOT
    yield "missing", MISSING
    yield "fractions", FRACTIONS
    yield "infinite", np.where(LABELS == 2, np.inf, LABELS)
    yield "doubles beyond 2^53", LABELS + 2.0**60
    yield "empty text", np.where(LABELS == 2, "", "a")
    yield "missing as text", np.where(LABELS == 2, np.nan, LABELS).astype(str)
    yield "missing as byte strings", np.where(LABELS == 1, b"None", b"a")
    yield "complex", LABELS + 0j
    yield "structured", np.zeros(ROWS, [("label", "i4"), ("id", "i8")])
    yield "dates", np.array(["2000-01-01"] * ROWS, "M8[D]")
    yield "objects", OBJECT
    yield "a cube", IMAGES
    yield "one number", np.array(3)
    yield "too few", LABELS[:-1]
    yield "empty", LABELS[:0]


golden = {
    "generator": "tooling/reference/array_datasets.py",
    "versions": {"numpy": np.__version__, "pillow": __import__("PIL").__version__},
    "data": [{"name": n, "file": npy(a), "bytes": b, "dimensions": a.ndim, **rows(v)} for n, a, v, b in data()],
    "labels": [{"name": n, "file": npy(a), "values": v.tolist()} for n, a, v in labels()],
    "archives": {
        n: {"stored": saved(np.savez, **a), "deflated": saved(np.savez_compressed, **a)} for n, a in archives()
    },
    "archiveRows": {"bytes": rows(IMAGES), "labels": LABELS.tolist()},
    "wrongLabels": {n: npy(a) for n, a in wrong()},
}
OUTPUT.mkdir(parents=True, exist_ok=True)
(OUTPUT / "array-datasets.json").write_text(json.dumps(golden, ensure_ascii=False, separators=(",", ":")) + "\n")
