"""Writes packages/preprocessing/test/golden/scalers.json: scikit-learn's scalers on real, badly scaled and constant data.

For each data set the rows themselves are in the file once, and for each scaler its attributes and the first transformed
rows, with those of rows that it has not seen.

Run from the repository's root: python tooling/reference/preprocessing.py [output]
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.datasets import load_digits, load_iris
from sklearn.preprocessing import MinMaxScaler, StandardScaler

SHOWN = 4


def constant_columns():
    """Constant columns that sums of rows cannot hold exactly, beside one that is not constant."""
    return np.column_stack([np.full(30, 0.1), np.zeros(30), np.full(30, 1e16 / 3), np.full(30, -7.0), np.arange(30) / 10])


def data_sets():
    """Name, rows, whether all values are bytes."""
    random = np.random.RandomState(0)
    iris = load_iris().data[::3]
    yield "digits", load_digits().data[:80], True
    yield "bytes", random.randint(0, 256, (40, 6)), True
    yield "iris", iris, False
    yield "iris scaled badly", iris * [1e150, 1e-150, 1e9, 1e-9] + [0, 0, 1e11, 0], False
    yield "far from zero", iris + [1e9, -1e6, 1e4, 1e12], False
    yield "constant", constant_columns(), False
    yield "one row", iris[:1], False
    yield "tiny", iris * [1e-300, 1e-320, 1e-200, 1e-100], False
    yield "whole numbers", random.randint(-(2**31), 2**31, (50, 3)), False


def listed(value):
    return None if value is None else np.asarray(value, dtype=float).tolist()


def standard(X, others, weights, options):
    scaler = StandardScaler(**options).fit(X, sample_weight=weights)
    attributes = {"mean": scaler.mean_, "var": scaler.var_, "scale": scaler.scale_, "nSamplesSeen": scaler.n_samples_seen_}
    return result("StandardScaler", scaler, X, others, options, attributes)


def min_max(X, others, options):
    scaler = MinMaxScaler(**options).fit(X)
    attributes = {
        "dataMin": scaler.data_min_,
        "dataMax": scaler.data_max_,
        "dataRange": scaler.data_range_,
        "scale": scaler.scale_,
        "min": scaler.min_,
        "nSamplesSeen": scaler.n_samples_seen_,
    }
    return result("MinMaxScaler", scaler, X, others, options, attributes)


def result(name, scaler, X, others, options, attributes):
    return {
        "scaler": name,
        "options": options,
        "attributes": {key: listed(value) for key, value in attributes.items()},
        "transformed": listed(scaler.transform(X[:SHOWN].astype(float))),
        "others": listed(scaler.transform(others)),
        "inverse": listed(scaler.inverse_transform(scaler.transform(X[:SHOWN].astype(float)))),
    }


def scalers(X, others):
    weights = (np.arange(len(X)) % 4 / 2 + (len(X) == 1)).tolist()
    for options in ({}, {"with_mean": False}, {"with_std": False}, {"with_mean": False, "with_std": False}):
        yield {**standard(X, others, None, options), "sampleWeight": None}
    yield {**standard(X, others, weights, {}), "sampleWeight": weights}
    for options in ({}, {"feature_range": (-2, 3.5)}, {"clip": True}, {"feature_range": (-1, 1), "clip": True}):
        yield {**min_max(X, others, options), "sampleWeight": None}


def main():
    sets = []
    for name, X, is_bytes in data_sets():
        others = X[-2:].astype(float) * 2.5 - X[0]
        sets.append({
            "name": name,
            "bytes": is_bytes,
            "X": X.tolist(),
            "others": others.tolist(),
            "scalers": list(scalers(X.astype(float), others)),
        })
    output = sys.argv[1] if len(sys.argv) > 1 else "packages/preprocessing/test/golden/scalers.json"
    with open(output, "w") as file:
        json.dump({
            "generator": "tooling/reference/preprocessing.py",
            "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
            "sets": sets,
        }, file)
        file.write("\n")


main()
