"""Golden values of L1-regularised logistic regression by LIBLINEAR.

Writes packages/linear-model/test/golden/liblinear-l1.json (or the path given as the first argument): the optimum that
scikit-learn's LogisticRegression(solver='liblinear', l1_ratio=1) finds at a tight tolerance, of each class against the rest
where there are three or more, with the objective there and at the default tolerance.

Run with: python tooling/reference/liblinear_l1.py
"""

import json
import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits, load_iris, load_wine
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[2]
TARGET = (
    Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packages/linear-model/test/golden/liblinear-l1.json"
)

warnings.filterwarnings("ignore")


def objective(model, X, signs, weights, C, scaling):
    scores = X @ model.coef_[0] + np.ravel(model.intercept_)[0]
    losses = np.logaddexp(0, -signs * scores)
    constant = abs(np.ravel(model.intercept_)[0]) / scaling
    return float(C * (weights * losses).sum() + np.abs(model.coef_).sum() + constant)


def fit(X, y, weights, positive, params, tol, max_iter):
    model = LogisticRegression(
        solver="liblinear", l1_ratio=1, tol=tol, max_iter=max_iter, random_state=0, **params
    )
    signs = np.where(y == positive, 1, -1)
    model.fit(X, signs, sample_weight=weights)
    counts = np.ones(len(y)) if weights is None else weights
    scaling = params.get("intercept_scaling", 1)
    value = objective(model, X, signs, counts, params.get("C", 1), scaling)
    return model.coef_[0].tolist(), float(np.ravel(model.intercept_)[0]), value


def case(name, X, y, weights=None, **params):
    labels = np.unique(y)
    positives = labels if len(labels) > 2 else labels[1:]
    tight = [fit(X, y, weights, k, params, 1e-10, 1_000_000) for k in positives]
    default = [fit(X, y, weights, k, params, 1e-4, 100) for k in positives]
    return {
        "name": name,
        "X": X.tolist(),
        "y": y.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "params": params,
        "coef": [coef for coef, _, _ in tight],
        "intercept": [intercept for _, intercept, _ in tight],
        "objective": sum(value for _, _, value in tight),
        "objectiveDefault": sum(value for _, _, value in default),
    }


def sparse_counts(rows, columns, seed):
    random = np.random.RandomState(seed)
    X = random.poisson(0.15, (rows, columns)).astype(int)
    y = (X @ random.randn(columns) + 0.5 * random.randn(rows) > 0).astype(int)
    return X, y


def cases():
    digits = load_digits()
    images, labels = digits.data[:150].astype(int), digits.target[:150]
    few = labels < 3
    random = np.random.RandomState(5)
    weights = np.round(random.rand(len(labels)) * 4) / 2
    yield case("digits, two classes", images[labels < 2], labels[labels < 2])
    yield case("digits, three classes", images[few], labels[few])
    yield case("digits, weighted, some by 0", images[few], labels[few], weights[few], C=0.1)
    yield case("digits, without intercept", images[few], labels[few], fit_intercept=False)
    yield case("digits, freer intercept", images[few], labels[few], intercept_scaling=100.0, C=0.5)
    yield case("digits, all classes", images, labels, C=0.05)
    X, y = sparse_counts(90, 60, 1)
    yield case("counts", X, y)
    yield case("counts, weak penalty", X, y, C=50.0)
    yield case("counts, so strong a penalty that nothing is left", X, y, C=0.01)
    X, y = sparse_counts(25, 120, 2)
    yield case("counts, wide", X, y, C=2.0)
    iris, wine = load_iris(), load_wine()
    yield case("iris", iris.data, iris.target, C=10.0)
    yield case("wine, as measured", wine.data, wine.target)
    scaled = np.round((wine.data - wine.data.mean(axis=0)) / wine.data.std(axis=0), 4)
    yield case("wine, scaled", scaled, wine.target, C=0.3)


def main():
    golden = {
        "generator": "tooling/reference/liblinear_l1.py",
        "versions": {name: version(name) for name in ("numpy", "scikit-learn")},
        "cases": list(cases()),
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
