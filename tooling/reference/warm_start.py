"""Writes packages/linear-model/test/golden/warm-start.json: LogisticRegression(warm_start=True), fitted twice.

The first fit ends early, after 4 iterations. The second has another C and begins from the coefficients of the first; its
coefficients and iterations are in the file. One-vs-rest is a binary estimator for each class, each fitted twice.

Run from the repository's root: python tooling/reference/warm_start.py [output]
"""

import json
import sys
import warnings

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore")

FIRST = {"C": 1.0, "max_iter": 4}
SECOND = {"C": 0.25, "max_iter": 100}


def generated(seed, rows, columns, classes):
    random = np.random.RandomState(seed)
    X = np.round(random.standard_normal((rows, columns)), 2)
    centers = random.standard_normal((classes, columns))
    y = np.argmax(X @ centers.T + 1.5 * random.standard_normal((rows, classes)), axis=1)
    return X, y


def fit_twice(X, y, params):
    model = LogisticRegression(warm_start=True, **params)
    model.set_params(**FIRST).fit(X, y)
    model.set_params(**SECOND).fit(X, y)
    return model


def case(name, seed, classes, params, ovr=False):
    X, y = generated(seed, 90, 6, classes)
    models = [fit_twice(X, y == k, params) for k in range(classes)] if ovr else [fit_twice(X, y, params)]
    return {
        "name": name,
        "X": X.tolist(),
        "y": y.tolist(),
        "fitIntercept": params.get("fit_intercept", True),
        "solver": params.get("solver", "lbfgs"),
        "multiClass": "ovr" if ovr else "auto",
        "coef": np.concatenate([model.coef_ for model in models]).tolist(),
        "intercept": np.concatenate([np.broadcast_to(model.intercept_, len(model.coef_)) for model in models]).tolist(),
        "nIter": [int(model.n_iter_[0]) for model in models],
    }


def main():
    cases = [
        case("two classes", 1, 2, {}),
        case("three classes", 2, 3, {}),
        case("four classes without intercepts", 3, 4, {"fit_intercept": False}),
        case("one-vs-rest", 4, 3, {}, ovr=True),
        case("liblinear, which ignores it", 5, 2, {"solver": "liblinear"}),
    ]
    result = {
        "generator": "tooling/reference/warm_start.py",
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "first": {"C": FIRST["C"], "maxIter": FIRST["max_iter"]},
        "second": {"C": SECOND["C"], "maxIter": SECOND["max_iter"]},
        "cases": cases,
    }
    path = sys.argv[1] if len(sys.argv) > 1 else "packages/linear-model/test/golden/warm-start.json"
    with open(path, "w") as file:
        json.dump(result, file, separators=(",", ":"))
        file.write("\n")


main()
