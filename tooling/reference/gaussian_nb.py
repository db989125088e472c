"""Writes packages/naive-bayes/test/golden/gaussian-nb.json: GaussianNB on real and generated data.

The rows are in the file, and for each model its means, variances, priors, predicted labels and logarithms of
probabilities.

Run from the repository's root: python tooling/reference/gaussian_nb.py [output]
"""

import numpy as np
from naive_bayes_golden import badly_scaled_iris, digits, write_golden
from sklearn.naive_bayes import GaussianNB


def models(classes):
    return [
        {},
        {"var_smoothing": 1e-3},
        {"priors": (np.arange(1, classes + 1) / np.arange(1, classes + 1).sum()).tolist()},
    ]


def fitted(params, weights, X, y, queries):
    model = GaussianNB(**params).fit(X, y, weights)
    return {
        "theta": model.theta_.tolist(),
        "var": model.var_.tolist(),
        "classPrior": model.class_prior_.tolist(),
        "epsilon": float(model.epsilon_),
        "predictions": model.predict(queries).tolist(),
        "logProbabilities": model.predict_log_proba(queries).tolist(),
    }


write_golden(
    "gaussian_nb.py",
    "packages/naive-bayes/test/golden/gaussian-nb.json",
    [(*digits(), models(10)), (*badly_scaled_iris(), models(3))],
    fitted,
)
