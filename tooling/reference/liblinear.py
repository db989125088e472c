"""Golden values of L2-regularised logistic regression by LIBLINEAR.

Writes packages/solvers/test/golden/liblinear.json (or the path given as the first argument): binary problems with
the coefficients, intercepts and iteration counts that scikit-learn's LogisticRegression(solver='liblinear') finds
in the primal and the dual, at a tight and at the default tolerance, and those without row weights also solved by
liblinear-official.

Run with: python tooling/reference/liblinear.py
"""

import json
import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.datasets import load_iris, load_wine
from sklearn.linear_model import LogisticRegression

sys.path.pop(0)  # this script's own name would hide the package
from liblinear.liblinearutil import parameter, problem, train  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
TARGET = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packages/solvers/test/golden/liblinear.json"

warnings.filterwarnings("ignore")


def generated(rows, columns, density, seed):
    """A problem whose classes overlap; values in sixteenths, so that the file stays short."""
    random = np.random.RandomState(seed)
    X = np.round(random.randn(rows, columns) * 16) / 16
    X *= random.rand(rows, columns) < density
    noise = random.randn(rows)
    y = (X @ random.randn(columns) + noise + 0.3 > 0).astype(int)
    return X, y


def fit(X, y, weights, C, bias, **options):
    model = LogisticRegression(
        solver="liblinear",
        C=C,
        fit_intercept=bias > 0,
        intercept_scaling=bias if bias > 0 else 1,
        random_state=0,
        **options,
    )
    model.fit(X, y, sample_weight=weights)
    intercept = [float(model.intercept_[0])] if bias > 0 else []
    return {
        "coef": model.coef_[0].tolist(),
        "intercept": intercept,
        "nIter": int(model.n_iter_[0]),
    }


def official(X, y, C, bias):
    """The primal by liblinear-official, whose newer solver is another one: the same optimum."""
    signs = np.where(y == 1, 1.0, -1.0)
    task = problem(signs, sparse.csr_matrix(X), bias)
    model = train(task, parameter(f"-q -s 0 -c {C} -e 1e-10 -B {bias}"))
    sign = 1 if model.get_labels()[0] == 1 else -1
    coef, constant = model.get_decfun()
    intercept = [sign * constant] if bias > 0 else []
    return {"coef": [sign * value for value in coef], "intercept": intercept}


def case(name, X, y, weights=None, C=1.0, bias=1.0):
    shared = (X, y, weights, C, bias)
    result = {
        "name": name,
        "rows": X.shape[0],
        "columns": X.shape[1],
        "X": X.ravel().tolist(),
        "y": y.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "C": C,
        "bias": bias,
        "primal": fit(*shared, tol=1e-10, max_iter=10_000),
        "primalDefault": fit(*shared),
        "dual": fit(*shared, dual=True, tol=1e-10, max_iter=1_000_000),
        "dualDefault": fit(*shared, dual=True, max_iter=10_000),
        "dualOnePass": fit(*shared, dual=True, max_iter=1),
    }
    if weights is None:
        result["official"] = official(X, y, C, bias)
    return result


def cases():
    iris = load_iris()
    wine = load_wine()
    setosa = iris.target < 2
    versicolor = (iris.target == 1).astype(int)
    yield case("iris, two classes", iris.data[setosa], iris.target[setosa])
    yield case("iris, one against the rest", iris.data, versicolor)
    yield case("iris, without intercept", iris.data, versicolor, bias=-1.0)
    yield case("iris, large bias", iris.data, versicolor, bias=10.0, C=0.5)
    scaled = np.round((wine.data - wine.data.mean(axis=0)) / wine.data.std(axis=0), 4)
    yield case("wine, scaled", scaled, (wine.target == 1).astype(int), C=10.0)
    X, y = generated(80, 5, 1.0, 1)
    yield case("dense", X, y, C=0.1)
    weights = np.round(np.random.RandomState(2).rand(80) * 4) / 2
    yield case("dense, weighted, some rows by 0", X, y, weights=weights)
    X, y = generated(120, 40, 0.08, 3)
    yield case("sparse", X, y)
    yield case("sparse, strong penalty, without intercept", X, y, C=0.01, bias=-1.0)
    X, y = generated(60, 4, 1.0, 4)
    y[:] = 0
    y[[3, 40]] = 1
    yield case("rare class", X, y)


def main():
    packages = ("numpy", "scikit-learn", "liblinear-official")
    golden = {
        "generator": "tooling/reference/liblinear.py",
        "versions": {name: version(name) for name in packages},
        "cases": list(cases()),
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
