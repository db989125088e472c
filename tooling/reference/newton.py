"""Writes packages/linear-model/test/golden/newton.json: LogisticRegression by newton-cg and newton-cholesky.

Every set of rows is fitted with and without weights, intercept and penalty, with tol=1e-10. "ovr" is a binary model for
each class. Rows are small whole numbers, which bytes hold as well as doubles, times the set's scales of its columns. The
answers are newton-cholesky's; without a penalty it fits the rows before they are scaled, and the coefficients are scaled
back, which is the same optimum, while on the scaled rows it ends far off. "difference" is that of newton-cg's answers on the
scaled rows, relative to the largest coefficient in units of the columns: small except where scales differ.

Run from the repository's root: python tooling/reference/newton.py [output]
"""

import itertools
import json
import sys
import warnings

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore")

def generated(seed, rows, columns, classes):
    random = np.random.RandomState(seed)
    X = random.randint(0, 10, size=(rows, columns)) * (random.uniform(size=(rows, columns)) < 0.5)
    centers = random.standard_normal((classes, columns))
    scores = (X - X.mean(axis=0)) @ centers.T / 3 + 2.5 * random.standard_normal((rows, classes))
    return X, np.argmax(scores, axis=1)


def data_sets():
    yield "two classes", *generated(1, 90, 5, 2), [1, 1, 1, 1, 1], ["auto"]
    yield "two classes, badly scaled", *generated(2, 90, 5, 2), [1e-4, 1, 1e4, 1, 100], ["auto"]
    yield "three classes", *generated(3, 120, 5, 3), [1, 1, 1, 1, 1], ["auto", "ovr"]
    yield "four classes, badly scaled", *generated(4, 160, 4, 4), [1e-4, 1e3, 1, 10], ["auto", "ovr"]


def sample_weight(y):
    return 0.5 + np.arange(len(y)) % 3


def fit(X, y, params, weights, ovr):
    targets = [y == c for c in np.unique(y)] if ovr else [y]
    return [LogisticRegression(**params, tol=1e-10, max_iter=1000).fit(X, t, weights) for t in targets]


def parameters(models, scales):
    coef = np.vstack([model.coef_ for model in models]) * scales
    return np.append(coef, np.concatenate([np.broadcast_to(m.intercept_, len(m.coef_)) for m in models]))


def compare(X, y, scales, params, weights, ovr):
    unscaled = params["C"] == np.inf
    models = fit(X / scales if unscaled else X, y, {**params, "solver": "newton-cholesky"}, weights, ovr)
    for model in models if unscaled else []:
        model.coef_ = model.coef_ / scales
    others = fit(X, y, {**params, "solver": "newton-cg"}, weights, ovr)
    found, other = parameters(models, scales), parameters(others, scales)
    probabilities = models[0].predict_proba(X[:5])
    if ovr:
        scores = np.c_[tuple(model.predict_proba(X[:5])[:, 1] for model in models)]
        probabilities = scores / scores.sum(axis=1, keepdims=True)
    return {
        "difference": float(np.abs(found - other).max() / np.abs(found).max()),
        "coef": np.vstack([model.coef_ for model in models]).tolist(),
        "intercept": np.concatenate([np.broadcast_to(m.intercept_, len(m.coef_)) for m in models]).tolist(),
        "proba": probabilities.tolist(),
    }


def golden_set(name, X, y, scales, kinds):
    models = []
    for kind, C, fit_intercept, weighted in itertools.product(kinds, [1.0, 0.01, np.inf], [True, False], [False, True]):
        params = {"C": C, "fit_intercept": fit_intercept}
        found = compare(X * scales, y, scales, params, sample_weight(y) if weighted else None, kind == "ovr")
        options = {"multiClass": kind, "C": None if C == np.inf else C, "fitIntercept": fit_intercept}
        models.append({**options, "weighted": weighted, **found})
    return {"name": name, "X": X.tolist(), "y": y.tolist(), "scales": scales, "models": models}


def main():
    output = sys.argv[1] if len(sys.argv) > 1 else "packages/linear-model/test/golden/newton.json"
    golden = {
        "generator": "tooling/reference/newton.py",
        "versions": {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
        "sets": [golden_set(*data) for data in data_sets()],
    }
    with open(output, "w") as file:
        json.dump(golden, file, separators=(",", ":"))
        file.write("\n")


main()
