"""Writes packages/naive-bayes/test/golden/gaussian-nb.json: GaussianNB on real and generated data.

The rows are in the file, and for each model its means, variances, priors, predicted labels and logarithms of
probabilities.

Run from the repository's root: python tooling/reference/gaussian_nb.py [output]
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.datasets import load_digits, load_iris
from sklearn.naive_bayes import GaussianNB


def data_sets():
    digits = load_digits()
    yield "digits", digits.data[:200].astype(int), digits.target[:200], digits.data[200:240].astype(int)
    iris = load_iris()
    order = np.random.RandomState(0).permutation(150)
    scales = np.array([1e6, 1, 1e-6, 1])
    yield "iris, badly scaled", iris.data[order[:100]] * scales, iris.target[order[:100]], iris.data[order[100:]] * scales


def models(classes):
    yield {}
    yield {"var_smoothing": 1e-3}
    yield {"priors": (np.arange(1, classes + 1) / np.arange(1, classes + 1).sum()).tolist()}


def fitted(params, weights, X, y, queries):
    model = GaussianNB(**params).fit(X, y, weights)
    return {
        "params": params,
        "weights": None if weights is None else weights.tolist(),
        "theta": model.theta_.tolist(),
        "var": model.var_.tolist(),
        "classPrior": model.class_prior_.tolist(),
        "epsilon": float(model.epsilon_),
        "predictions": model.predict(queries).tolist(),
        "logProbabilities": model.predict_log_proba(queries).tolist(),
    }


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "packages/naive-bayes/test/golden/gaussian-nb.json"
    golden = {
        "generator": "tooling/reference/gaussian_nb.py",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "dataSets": [],
    }
    for name, X, y, queries in data_sets():
        weights = (np.arange(len(y)) % 3 + 1) / 2
        results = [fitted(params, None, X, y, queries) for params in models(len(set(y)))]
        results.append(fitted({}, weights, X, y, queries))
        golden["dataSets"].append(
            {"name": name, "X": X.tolist(), "y": y.tolist(), "queries": queries.tolist(), "models": results}
        )
    with open(path, "w") as file:
        json.dump(golden, file)
        file.write("\n")


main()
