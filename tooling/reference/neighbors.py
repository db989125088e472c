"""Writes packages/neighbors/test/golden/k-neighbors-classifier.json: KNeighborsClassifier on real and generated data.

The rows are in the file, and for each model the predicted labels, the probabilities, and the neighbours of some rows with
their distances. The generated whole numbers are often equal, so that distances tie; which of the tied rows scikit-learn keeps
depends on its number of threads, which is one here.

Run from the repository's root: python tooling/reference/neighbors.py [output]
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier
from threadpoolctl import threadpool_limits

MODELS = [
    {},
    {"n_neighbors": 1},
    {"n_neighbors": 7, "weights": "distance"},
    {"metric": "manhattan"},
    {"metric": "chebyshev", "n_neighbors": 4},
    {"metric": "cosine", "weights": "distance"},
    {"p": 3, "n_neighbors": 6},
    {"p": 1.5},
]


def data_sets():
    digits = load_digits()
    yield "digits", digits.data[:150].astype(int), digits.target[:150], digits.data[150:200].astype(int)
    random = np.random.RandomState(1)
    X = random.randint(0, 4, (90, 3))
    yield "whole numbers", X, random.randint(0, 3, 90), random.randint(0, 4, (40, 3))
    X = random.standard_normal((80, 5)).round(6)
    yield "generated", X, random.randint(0, 3, 80), random.standard_normal((30, 5)).round(6)


def is_exact(name, params):
    """Whether distances that tie do so to the last digit: those of cosines are rounded."""
    return not (name == "whole numbers" and params.get("metric") == "cosine")


def fitted(params, X, y, queries):
    # Of integers scikit-learn takes another way, which keeps other rows of those that tie.
    X, queries = X.astype(float), queries.astype(float)
    model = KNeighborsClassifier(algorithm="brute", **params).fit(X, y)
    distances, _ = model.kneighbors(queries[:5])
    return {
        "params": params,
        "predictions": model.predict(queries).tolist(),
        "probabilities": model.predict_proba(queries).tolist(),
        "distances": distances.tolist(),
    }


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "packages/neighbors/test/golden/k-neighbors-classifier.json"
    golden = {
        "generator": "tooling/reference/neighbors.py",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "dataSets": [
            {
                "name": name,
                "X": X.tolist(),
                "y": y.tolist(),
                "queries": queries.tolist(),
                "models": [fitted(params, X, y, queries) for params in MODELS if is_exact(name, params)],
            }
            for name, X, y, queries in data_sets()
        ],
    }
    with open(path, "w") as file:
        json.dump(golden, file)
        file.write("\n")


with threadpool_limits(1):
    main()
