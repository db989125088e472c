"""What the generators of golden values of naive Bayes classifiers share: rows, weights and the file."""

import json
import sys

import numpy as np
import sklearn
from sklearn.datasets import load_digits, load_iris


def digits():
    """Name, rows, labels and rows to predict: 200 and 40 images of 8 × 8."""
    data, target = load_digits(return_X_y=True)
    return "digits", data[:200].astype(int), target[:200], data[200:240].astype(int)


def badly_scaled_iris():
    """Name, rows, labels and rows to predict: 100 and 50 flowers, in columns of sizes from 1e-6 to 1e6."""
    iris = load_iris()
    order = np.random.RandomState(0).permutation(150)
    X, y = iris.data[order] * np.array([1e6, 1, 1e-6, 1]), iris.target[order]
    return "iris, badly scaled", X[:100], y[:100], X[100:]


def write_golden(generator, path, data_sets, fitted):
    """
    Writes golden values to `path`, or to the file that the command line names.

    data_sets: name, rows, labels, rows to predict and parameters of models; the first is also fitted with weights
    fitted: takes parameters, weights or None, rows, labels and rows to predict; gives what is to be written of a model
    """
    golden = {
        "generator": f"tooling/reference/{generator}",
        "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
        "dataSets": [],
    }
    for name, X, y, queries, models in data_sets:
        weights = (np.arange(len(y)) % 3 + 1) / 2
        jobs = [(params, None) for params in models] + [(models[0], weights)]
        results = [
            {
                "params": params,
                "weights": None if weights is None else weights.tolist(),
                **fitted(params, weights, X, y, queries),
            }
            for params, weights in jobs
        ]
        golden["dataSets"].append(
            {"name": name, "X": X.tolist(), "y": y.tolist(), "queries": queries.tolist(), "models": results}
        )
    with open(sys.argv[1] if len(sys.argv) > 1 else path, "w") as file:
        json.dump(golden, file)
        file.write("\n")
