"""Golden splits of scikit-learn for packages/model-selection/test/golden/splits.json."""

import hashlib
import itertools
import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.model_selection import train_test_split

TARGET = Path(__file__).parents[2] / "packages/model-selection/test/golden/splits.json"
WHOLE_UP_TO = 200

CASES = [
    dict(rows=2),
    dict(rows=3, test_size=1),
    dict(rows=10, test_size=0.25, random_state=0),
    dict(rows=10, test_size=0.31, random_state=1),
    dict(rows=11, train_size=0.5, random_state=2),
    dict(rows=101, test_size=0.2, train_size=0.33, random_state=42),
    dict(rows=150, test_size=50, random_state=7),
    dict(rows=150, test_size=20, train_size=30, random_state=7),
    dict(rows=50, test_size=0.7, train_size=0.3, random_state=8),
    dict(rows=50, test_size=0.3, train_size=20, random_state=8),
    dict(rows=150, train_size=100, random_state=2**32 - 1),
    dict(rows=97, test_size=0.25, shuffle=False),
    dict(rows=97, test_size=10, train_size=20, shuffle=False),
    dict(rows=1797, test_size=0.25, random_state=0),
    dict(rows=70000, test_size=1 / 7, random_state=0),
    dict(rows=70000, test_size=10000, random_state=123),
    dict(rows=12, test_size=0.5, random_state=0, stratify=[0, 1, 2] * 4),
    dict(rows=100, test_size=0.25, random_state=3, stratify=[i % 7 for i in range(100)]),
    dict(rows=101, test_size=0.3, train_size=0.4, random_state=4, stratify=[min(i % 11, 3) for i in range(101)]),
    dict(rows=60, test_size=17, random_state=5, stratify=["b", "a", "é", "Z", "😀", "\uffff"] * 10),
    dict(rows=1797, test_size=1 / 7, random_state=6, stratify=[(i * i) % 10 for i in range(1797)]),
    dict(rows=60, test_size=0.4, random_state=9, stratify=[-0.5, 10.0, 2.0, -3.25] * 15),
]

GRID_ROWS = [4, 10, 63, 64, 65, 1000]
GRID_SIZES = [0.25, 1 / 7, 0.5, 2, 0.999]
GRID_SEEDS = [0, 1, 42, 2**31, 2**32 - 1]
GRID_CLASSES = [0, 2, 7]

REFUSED = [
    dict(rows=5, test_size=0.8, train_size=0.3),
    dict(rows=10, test_size=0.9, train_size=1 / 7),
    dict(rows=10, test_size=6, train_size=5),
    dict(rows=10, test_size=10),
    dict(rows=10, test_size=0.95),
    dict(rows=10, train_size=0.05),
    dict(rows=6, test_size=1, stratify=[0, 1] * 3),
    dict(rows=6, test_size=3, stratify=[0, 0, 0, 1, 1, 2]),
    dict(rows=1),
]


def describe(indices):
    if len(indices) <= WHOLE_UP_TO:
        return indices.tolist()
    digest = hashlib.sha256(indices.astype("<u4").tobytes()).hexdigest()
    return {"length": len(indices), "first": indices[:20].tolist(), "sha256": digest}


def split(case):
    options = dict(random_state=0) | {k: v for k, v in case.items() if k != "rows"}
    if options.get("shuffle") is False:
        del options["random_state"]
    train, test = train_test_split(np.arange(case["rows"]), **options)
    return {"options": case, "train": describe(train), "test": describe(test)}


def digest_of(parts):
    return hashlib.sha256(b"".join(part.astype("<u4").tobytes() for part in parts)).hexdigest()


def grid_split(rows, size, seed, classes):
    """The first 16 digits of the SHA-256 of the training and then the test rows; null where it is refused."""
    stratify = np.arange(rows) ** 2 % classes if classes else None
    try:
        parts = train_test_split(np.arange(rows), test_size=size, random_state=seed, stratify=stratify)
    except ValueError:
        return None
    return digest_of(parts)[:16]


def grid():
    axes = itertools.product(GRID_ROWS, GRID_SIZES, GRID_SEEDS, GRID_CLASSES)
    names = dict(rows=GRID_ROWS, sizes=GRID_SIZES, seeds=GRID_SEEDS, classes=GRID_CLASSES)
    return names | {"digests": [grid_split(*point) for point in axes]}


def going_on():
    """Ten splits in turn from one generator, every other one stratified."""
    state = np.random.RandomState(9)
    classes = np.arange(40) % 3
    splits = [
        train_test_split(np.arange(40), random_state=state, stratify=classes if i % 2 else None) for i in range(10)
    ]
    return [digest_of(parts)[:16] for parts in splits]


def refused(case):
    try:
        split(case)
    except ValueError as error:
        return {"options": case, "error": str(error)}
    raise AssertionError(f"not refused: {case}")


def main():
    golden = {
        "generator": "tooling/reference/model_selection.py",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__, "python": sys.version.split()[0]},
        "splits": [split(case) for case in CASES],
        "grid": grid(),
        "goingOn": going_on(),
        "refused": [refused(case) for case in REFUSED],
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
