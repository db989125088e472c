"""Golden values of logistic regression with L1 and elastic-net penalties.

Writes packages/linear-model/test/golden/elastic-net.json (or the path given as the first argument): the optima that
scikit-learn's LogisticRegression(solver='saga') finds at a tight tolerance, for several values of C.

Run with: python tooling/reference/elastic_net.py
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
    Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packages/linear-model/test/golden/elastic-net.json"
)

warnings.filterwarnings("ignore")


def objective(model, X, y, weights, C, l1_ratio):
    scores = X @ model.coef_.T + model.intercept_
    if len(model.classes_) == 2:
        scores = np.hstack([np.zeros_like(scores), scores])
    place = np.searchsorted(model.classes_, y)
    losses = np.logaddexp.reduce(scores, axis=1) - scores[np.arange(len(y)), place]
    coef = model.coef_
    penalty = l1_ratio * np.abs(coef).sum() + (1 - l1_ratio) / 2 * (coef**2).sum()
    return float(C * (weights * losses).sum() + penalty)


def case(name, X, y, l1_ratio, Cs, weights=None, **params):
    points = []
    counts = np.ones(len(y)) if weights is None else weights
    if params.get("class_weight") == "balanced":
        labels, places = np.unique(y, return_inverse=True)
        totals = np.bincount(places, weights=counts)
        scale = counts.sum() / (len(labels) * totals)
        if weights is None:
            scale = len(y) / (len(labels) * np.bincount(places))
        effective = counts * scale[places]
    else:
        effective = counts
    for C in Cs:
        model = LogisticRegression(
            solver="saga", C=C, l1_ratio=l1_ratio, tol=1e-13, max_iter=200_000, random_state=0, **params
        )
        model.fit(X, y, sample_weight=weights)
        points.append(
            {
                "C": C,
                "coef": model.coef_.tolist(),
                "intercept": np.ravel(model.intercept_).tolist(),
                "objective": objective(model, X, y, effective, C, l1_ratio),
            }
        )
    return {
        "name": name,
        "X": X.tolist(),
        "y": y.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "l1Ratio": l1_ratio,
        "params": params,
        "points": points,
    }


def cases():
    iris, wine = load_iris(), load_wine()
    scaled = np.round((wine.data - wine.data.mean(axis=0)) / wine.data.std(axis=0), 3)
    flowers = np.round((iris.data - iris.data.mean(axis=0)) / iris.data.std(axis=0), 3)
    two = iris.target < 2
    # Of three classes: a shift common to all classes of a feature changes no score, and of four L1 has no best one.
    digits = load_digits(n_class=3)
    images, labels = np.round(digits.data[:120] / 16, 4), digits.target[:120]
    weights = np.round(np.random.RandomState(3).rand(len(wine.target)) * 4) / 2
    Cs = [0.03, 0.3, 3.0]
    yield case("iris, two classes, l1", flowers[two], iris.target[two], 1.0, Cs)
    yield case("iris, two classes, elastic net", flowers[two], iris.target[two], 0.4, Cs)
    yield case("iris, two classes, l1, without intercept", iris.data[two], iris.target[two], 1.0, Cs, fit_intercept=False)
    yield case("wine, l1", scaled, wine.target, 1.0, Cs)
    yield case("wine, elastic net", scaled, wine.target, 0.5, Cs)
    yield case("wine, weighted, some by 0, elastic net", scaled, wine.target, 0.9, Cs, weights)
    yield case("wine, balanced, l1", scaled, wine.target, 1.0, Cs, class_weight="balanced")
    yield case("wine, l1, without intercepts", scaled, wine.target, 1.0, [0.1, 1.0], fit_intercept=False)
    yield case("digits, l1", images, labels, 1.0, [0.1, 1.0])
    yield case("digits, hardly any l1", images, labels, 0.1, [0.1, 1.0])


def main():
    golden = {
        "generator": "tooling/reference/elastic_net.py",
        "versions": {name: version(name) for name in ("numpy", "scikit-learn")},
        "cases": list(cases()),
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
