"""Golden folds of scikit-learn for packages/model-selection/test/golden/folds.json."""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import sklearn
from sklearn.model_selection import KFold, StratifiedKFold

TARGET = Path(__file__).parents[2] / "packages/model-selection/test/golden/folds.json"

LABELS = {
    "in turn": lambda rows: np.arange(rows) % 3,
    "squares": lambda rows: np.arange(rows) ** 2 % 10,
    "sorted": lambda rows: np.arange(rows) * 4 // rows,
    "one rare class": lambda rows: (np.arange(rows) == rows - 2).astype(int),
    "text": lambda rows: np.array(["b", "a", "é", "Z"])[(np.arange(rows) * 7 // 3) % 4],
}

CASES = [
    dict(rows=7, n_splits=3),
    dict(rows=10, n_splits=2),
    dict(rows=31, n_splits=5),
    dict(rows=103, n_splits=10),
    dict(rows=1797, n_splits=5),
    dict(rows=70000, n_splits=5),
    dict(rows=31, n_splits=5, shuffle=True, random_state=0),
    dict(rows=103, n_splits=7, shuffle=True, random_state=42),
    dict(rows=1797, n_splits=5, shuffle=True, random_state=2**32 - 1),
]


def digest(splits):
    parts = [part.astype("<u4").tobytes() for split in splits for part in split]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


def described(splits):
    splits = list(splits)
    whole = [[part.tolist() for part in split] for split in splits] if len(splits[0][0]) < 32 else None
    return {"digest": digest(splits), "splits": whole}


def case(options, labels):
    X = np.zeros((options["rows"], 1))
    splitter = {k: v for k, v in options.items() if k != "rows"}
    if labels is None:
        return options | {"labels": None} | described(KFold(**splitter).split(X))
    y = LABELS[labels](options["rows"])
    try:
        return options | {"labels": labels} | described(StratifiedKFold(**splitter).split(X, y))
    except ValueError as error:
        return options | {"labels": labels, "error": str(error)}


def going_on():
    """Splits in turn from one generator."""
    state = np.random.RandomState(9)
    X, y = np.zeros((40, 1)), np.arange(40) % 3
    plain = KFold(4, shuffle=True, random_state=state)
    stratified = StratifiedKFold(4, shuffle=True, random_state=state)
    return [digest((stratified if i % 2 else plain).split(X, y)) for i in range(6)]


def main():
    import warnings

    warnings.simplefilter("ignore")
    golden = {
        "generator": "tooling/reference/folds.py",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__, "python": sys.version.split()[0]},
        "cases": [case(options, labels) for options in CASES for labels in [None, *LABELS]],
        "goingOn": going_on(),
    }
    TARGET.write_text(json.dumps(golden, separators=(",", ":"), sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
