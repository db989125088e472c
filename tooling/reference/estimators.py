"""Writes packages/linear-model/test/golden/logistic-regression.json: LogisticRegression on real and generated data.

For each data set the rows themselves are in the file once, and for each model its coefficients, iterations and a few
predicted probabilities. "tight" models are solved to convergence (tol 1e-10), "default" ones with the default
tolerance. One-vs-rest is scikit-learn's OneVsRestClassifier.

Run from the repository's root: python tooling/reference/estimators.py [output]
"""

import json
import sys
import warnings

import numpy as np
import scipy
import sklearn
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import StandardScaler

warnings.simplefilter("ignore")

TIGHT = {"tol": 1e-10, "max_iter": 20000}


def scaled(X, digits=3):
    return np.round(StandardScaler().fit_transform(X), digits)


def generated(seed, rows, columns, classes, sparse=False):
    random = np.random.RandomState(seed)
    X = np.round(random.standard_normal((rows, columns)), 2)
    if sparse:
        X[random.uniform(size=X.shape) < 0.8] = 0
    centers = random.standard_normal((classes, columns))
    y = np.argmax(X @ centers.T + 1.5 * random.standard_normal((rows, classes)), axis=1)
    return X, y


def data_sets():
    digits = load_digits()
    X, _, y, _ = train_test_split(digits.data, digits.target, test_size=0.25, random_state=0)
    yield "digits", X[:250], y[:250]
    iris = load_iris()
    yield "iris", scaled(iris.data), iris.target
    wine = load_wine()
    yield "wine", scaled(wine.data), wine.target
    cancer = load_breast_cancer()
    yield "breast-cancer", scaled(cancer.data[:200, :10]), cancer.target[:200]
    yield "generated", *generated(1, 120, 8, 4)
    yield "sparse", *generated(2, 150, 12, 3, sparse=True)


def models(classes):
    yield "tight", {**TIGHT}, False
    yield "default", {}, False
    yield "strong", {**TIGHT, "C": 0.001}, False
    yield "no intercept", {**TIGHT, "fit_intercept": False}, False
    yield "strong, no intercept", {**TIGHT, "C": 0.001, "fit_intercept": False}, False
    yield "balanced", {**TIGHT, "class_weight": "balanced"}, False
    yield "by label", {**TIGHT, "class_weight": {0: 2.5, 1: 0.5}}, False
    yield "weighted", {**TIGHT}, True
    if classes > 2:
        yield "ovr", {**TIGHT}, False
        yield "ovr strong", {**TIGHT, "C": 0.001}, False
        yield "ovr balanced", {**TIGHT, "class_weight": "balanced"}, True


def liblinear_models():
    yield "liblinear", {"solver": "liblinear", "tol": 1e-10, "max_iter": 1000}
    yield "liblinear scaling", {"solver": "liblinear", "tol": 1e-10, "max_iter": 1000, "intercept_scaling": 10}
    yield "liblinear weights", {"solver": "liblinear", "tol": 1e-10, "max_iter": 1000, "class_weight": "balanced"}


def fit(X, y, name, params, weighted):
    sample_weight = 1 + np.arange(len(y)) % 3 if weighted else None
    model = LogisticRegression(**params)
    if name.startswith(("ovr", "liblinear")) and len(np.unique(y)) > 2:
        # OneVsRestClassifier only routes sample weights when asked to; its parts are the same fits.
        parts = [LogisticRegression(**params).fit(X, (y == c).astype(int), sample_weight) for c in np.unique(y)]
        model = OneVsRestClassifier(model).fit(X, y)
        model.estimators_ = parts
        coef = np.vstack([part.coef_ for part in parts])
        intercept = np.concatenate([part.intercept_ for part in parts])
        n_iter = [int(part.n_iter_[0]) for part in parts]
    else:
        model.fit(X, y, sample_weight)
        coef, intercept, n_iter = model.coef_, model.intercept_, model.n_iter_.tolist()
    return {
        "name": name,
        "params": params,
        "weighted": weighted,
        "coef": np.round(coef, 12).tolist(),
        "intercept": np.round(intercept, 12).tolist(),
        "nIter": n_iter,
        "proba": np.round(model.predict_proba(X[:5]), 12).tolist(),
        "accuracy": float(np.mean(model.predict(X) == y)),
    }


def golden_set(name, X, y):
    many = name == "digits"
    chosen = list(models(len(np.unique(y)))) + [(n, p, False) for n, p in liblinear_models()]
    if many:
        # Raw pixels with a weak penalty or a free intercept: L-BFGS stops short of the optimum (ftol), wherever
        # rounding has led it.
        chosen = [c for c in chosen if c[0] in ("default", "strong, no intercept", "ovr strong", "liblinear")]
    return {
        "name": name,
        "X": [[int(v) if v == int(v) else float(v) for v in row] for row in X],
        "y": y.tolist(),
        "models": [fit(X, y, *c) for c in chosen],
    }


def main():
    output = sys.argv[1] if len(sys.argv) > 1 else "packages/linear-model/test/golden/logistic-regression.json"
    golden = {
        "generator": "tooling/reference/estimators.py",
        "versions": {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
        "sets": [golden_set(*data) for data in data_sets()],
    }
    with open(output, "w") as file:
        json.dump(golden, file, separators=(",", ":"))
        file.write("\n")


main()
