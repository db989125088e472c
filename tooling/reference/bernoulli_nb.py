"""Writes packages/naive-bayes/test/golden/bernoulli-nb.json: BernoulliNB on real and generated data.

The rows are in the file, and for each model its counts, logarithms of probabilities, predicted labels and logarithms of
predicted probabilities.

Run from the repository's root: python tooling/reference/bernoulli_nb.py [output]
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.datasets import load_digits, load_iris
from sklearn.naive_bayes import BernoulliNB


def data_sets():
    digits = load_digits()
    yield "digits", digits.data[:200].astype(int), digits.target[:200], digits.data[200:240].astype(int), [0.0, 7.5]
    iris = load_iris()
    order = np.random.RandomState(0).permutation(150)
    scales = np.array([1e6, 1, 1e-6, 1])
    X, y = iris.data[order] * scales, iris.target[order]
    yield "iris, badly scaled", X[:100], y[:100], X[100:], [0.0, 2.0]
    ones = np.random.RandomState(1).randint(0, 2, (40, 12))
    yield "zeros and ones", ones, (ones[:, 0] + ones[:, 3]) % 3, 1 - ones[:10], [None]


def models(classes, thresholds):
    for binarize in thresholds:
        yield {"binarize": binarize}
        yield {"binarize": binarize, "alpha": 1e-4, "fit_prior": False}
        yield {"binarize": binarize, "alpha": 0.25, "class_prior": (np.arange(classes) / classes).tolist()}


def fitted(params, weights, X, y, queries):
    with np.errstate(divide="ignore"):
        model = BernoulliNB(**params).fit(X, y, weights)
        log_probabilities = model.predict_log_proba(queries)
    return {
        "params": params,
        "weights": None if weights is None else weights.tolist(),
        "featureCount": model.feature_count_.tolist(),
        "featureLogProb": model.feature_log_prob_.tolist(),
        "classCount": model.class_count_.tolist(),
        "classPrior": np.exp(model.class_log_prior_).tolist(),
        "predictions": model.predict(queries).tolist(),
        "logProbabilities": [[None if np.isneginf(x) else x for x in row] for row in log_probabilities.tolist()],
    }


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "packages/naive-bayes/test/golden/bernoulli-nb.json"
    golden = {
        "generator": "tooling/reference/bernoulli_nb.py",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "dataSets": [],
    }
    for name, X, y, queries, thresholds in data_sets():
        weights = (np.arange(len(y)) % 3 + 1) / 2
        results = [fitted(params, None, X, y, queries) for params in models(len(set(y)), thresholds)]
        results.append(fitted({"binarize": thresholds[0]}, weights, X, y, queries))
        golden["dataSets"].append(
            {"name": name, "X": X.tolist(), "y": y.tolist(), "queries": queries.tolist(), "models": results}
        )
    with open(path, "w") as file:
        json.dump(golden, file)
        file.write("\n")


main()
