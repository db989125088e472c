"""Writes packages/linear-model/test/golden/boolean-labels.json: LogisticRegression on labels that are True and False.

The same fit on truth values, on 0 and 1, and on the texts 'False' and 'True': classes, coefficients, predictions and
probabilities of rows that were not trained on, and the accuracy there.

Run from the repository's root: python tooling/reference/boolean_labels.py [output]
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

KINDS = {"booleans": bool, "numbers": int, "text": str}


def data():
    random = np.random.RandomState(11)
    X = np.round(random.standard_normal((80, 3)), 2)
    y = X @ [1.5, -1, 0.5] + 0.8 * random.standard_normal(80) > 0.4
    return X, y


def models(as_kind):
    yield "plain", {}
    yield "weighted", {"class_weight": {as_kind(False): 1, as_kind(True): 3}}
    yield "liblinear", {"solver": "liblinear", "max_iter": 1000}


def fit(X, y, name, params):
    model = LogisticRegression(**{"tol": 1e-10, "max_iter": 20000, **params}).fit(X[:50], y[:50])
    return {
        "name": name,
        "classes": model.classes_.tolist(),
        "coef": np.round(model.coef_, 12).tolist(),
        "intercept": np.round(model.intercept_, 12).tolist(),
        "predictions": model.predict(X[50:]).tolist(),
        "proba": np.round(model.predict_proba(X[50:]), 12).tolist(),
        "accuracy": float(model.score(X[50:], y[50:])),
    }


def golden_set(X, truth, kind, as_kind):
    y = np.array([as_kind(value) for value in truth])
    return {"kind": kind, "y": y.tolist(), "models": [fit(X, y, *model) for model in models(as_kind)]}


def main():
    output = sys.argv[1] if len(sys.argv) > 1 else "packages/linear-model/test/golden/boolean-labels.json"
    X, truth = data()
    golden = {
        "generator": "tooling/reference/boolean_labels.py",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "X": X.tolist(),
        "sets": [golden_set(X, truth, *kind) for kind in KINDS.items()],
    }
    with open(output, "w") as file:
        json.dump(golden, file, separators=(",", ":"))
        file.write("\n")


main()
