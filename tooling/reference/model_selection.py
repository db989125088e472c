"""Golden splits of scikit-learn for packages/model-selection/test/golden/splits.json."""

import hashlib
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


def main():
    golden = {
        "generator": "tooling/reference/model_selection.py",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__, "python": sys.version.split()[0]},
        "splits": [split(case) for case in CASES],
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
