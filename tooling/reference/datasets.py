"""Embeds scikit-learn's digits in @tenfold/datasets and writes the golden values of the digits and of MNIST.

Writes packages/datasets/src/digits/digits-data.ts (the 1797 x 64 pixels, then the 1797 labels, as bytes, deflated,
in base64) and packages/datasets/test/golden/datasets.json.

Run from the repository's root: python tooling/reference/datasets.py
"""

import base64
import gzip
import hashlib
import json
import zlib
from pathlib import Path

import numpy as np
import sklearn
from sklearn.datasets import load_digits

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "packages/datasets"
MNIST = ROOT / "packages/mnist/data"


def sha256(*arrays):
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()


def embed(pixels, labels):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    packed = packer.compress(pixels.tobytes() + labels.tobytes()) + packer.flush()
    text = base64.b64encode(packed).decode()
    (PACKAGE / "src/digits/digits-data.ts").write_text(
        "// Written by tooling/reference/datasets.py; do not edit.\n\n"
        "/** 1797 x 64 pixels, then 1797 labels, a byte each: deflated, in base64. */\n"
        f"export const DIGITS_DEFLATED =\n  '{text}';\n"
    )


def read_idx(name, header):
    return np.frombuffer(gzip.decompress((MNIST / f"{name}.gz").read_bytes()), np.uint8, offset=header)


def mnist():
    images = np.concatenate([read_idx(f"{part}-images-idx3-ubyte", 16) for part in ["train", "t10k"]]).reshape(-1, 784)
    labels = np.concatenate([read_idx(f"{part}-labels-idx1-ubyte", 8) for part in ["train", "t10k"]])
    order = np.concatenate(
        [np.argsort(labels[:60000], kind="stable"), 60000 + np.argsort(labels[60000:], kind="stable")]
    )
    probes = [0, 1, 5922, 5923, 30000, 59999, 60000, 60979, 60980, 69999]
    return {
        "original": {"checksum": sha256(images, labels)},
        "mldata": {
            "checksum": sha256(images[order], labels[order]),
            "rows": {str(row): int(order[row]) for row in probes},
        },
    }


def main():
    digits = load_digits()
    pixels, labels = digits.data.astype(np.uint8), digits.target.astype(np.uint8)
    assert (pixels == digits.data).all()
    embed(pixels, labels)
    golden = {
        "generator": "tooling/reference/datasets.py",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "digits": {
            "pixelsSha256": sha256(pixels),
            "labelsSha256": sha256(labels),
            "checksum": sha256(digits.data, labels),
            "featureNames": digits.feature_names,
            "firstImage": digits.images[0].tolist(),
            "lastRow": digits.data[-1].tolist(),
            "counts": np.bincount(labels).tolist(),
            "mean": digits.data.mean(),
        },
        "mnist": mnist(),
    }
    (PACKAGE / "test/golden/datasets.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
