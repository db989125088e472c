"""Writes packages/linear-model/test/golden/saga.json: the optima that scikit-learn's LogisticRegression finds with
solver='sag' and 'saga' at a tight tolerance.

Cells are whole numbers from 0 to 9, about half of them 0, so that they can be stored dense, sparse and as bytes; `scale` is
what they are multiplied with. Weighted rows weigh 0.5, 1 and 1.5 in turn. One-vs-rest is a binary estimator for each class.

Run from the repository's root: python tooling/reference/saga.py [output]
"""

import itertools
import json
import sys
import warnings

import numpy as np
import scipy
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore", FutureWarning)
warnings.simplefilter("error", ConvergenceWarning)

TIGHT = {"tol": 1e-10, "max_iter": 200_000, "random_state": 0}


def generated(classes):
    random = np.random.RandomState(classes)
    X = random.randint(0, 10, (70, 7)) * (random.random_sample((70, 7)) < 0.5)
    centers = random.standard_normal((classes, 7))
    y = np.argmax(X @ centers.T + 15 * random.standard_normal((70, classes)), axis=1)
    return X, y


def fitted(X, y, weights, params):
    return LogisticRegression(**TIGHT, **params).fit(X, y, sample_weight=weights)


def case(X, y, weighted, scale, kind, solver, penalty, intercept):
    scaled = scale * X.astype(float)
    weights = np.array([0.5, 1, 1.5])[np.arange(len(y)) % 3] if weighted else None
    params = {"solver": solver, "fit_intercept": intercept, **penalty}
    labels = [y == k for k in range(y.max() + 1)] if kind == "ovr" else [y]
    models = [fitted(scaled, own, weights, params) for own in labels]
    # Where all weights are 0, scikit-learn stops, though the intercept has hardly moved.
    assert all(np.any(model.coef_ != 0) for model in models)
    return {
        "classes": int(y.max()) + 1,
        "multiClass": "ovr" if kind == "ovr" else "auto",
        "solver": solver,
        "weighted": weighted,
        "scale": scale,
        "C": penalty["C"],
        "l1Ratio": penalty["l1_ratio"],
        "fitIntercept": intercept,
        "coef": np.concatenate([model.coef_ for model in models]).tolist(),
        "intercept": np.concatenate([np.broadcast_to(model.intercept_, len(model.coef_)) for model in models]).tolist(),
        "proba": None if kind == "ovr" else models[0].predict_proba(scaled[:5]).tolist(),
    }


PENALTIES = {
    "sag": [{"C": 0.5, "l1_ratio": 0}, {"C": np.inf, "l1_ratio": 0}],
    "saga": [
        {"C": 0.5, "l1_ratio": 0},
        {"C": np.inf, "l1_ratio": 0},
        {"C": 0.4, "l1_ratio": 1},
        {"C": 0.4, "l1_ratio": 0.6},
    ],
}


def main():
    data = {classes: generated(classes) for classes in (2, 3)}
    kinds = [(2, "auto"), (3, "auto"), (3, "ovr")]
    cases = []
    for solver, (classes, kind), (weighted, scale, intercept) in itertools.product(
        PENALTIES, kinds, [(False, 1, True), (True, 0.5, True), (True, 1, False)]
    ):
        for penalty in PENALTIES[solver]:
            cases.append(case(*data[classes], weighted, scale, kind, solver, penalty, intercept))
            print(len(cases), solver, classes, kind, weighted, scale, intercept, penalty, file=sys.stderr)
    result = {
        "generator": "tooling/reference/saga.py",
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "data": {str(classes): {"X": X.tolist(), "y": y.tolist()} for classes, (X, y) in data.items()},
        "cases": [{**one, "C": None if np.isinf(one["C"]) else one["C"]} for one in cases],
    }
    path = sys.argv[1] if len(sys.argv) > 1 else "packages/linear-model/test/golden/saga.json"
    with open(path, "w") as file:
        json.dump(result, file, separators=(",", ":"))
        file.write("\n")


main()
