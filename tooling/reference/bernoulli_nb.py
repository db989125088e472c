"""Writes packages/naive-bayes/test/golden/bernoulli-nb.json: BernoulliNB on real and generated data.

The rows are in the file, and for each model its counts, logarithms of probabilities, predicted labels and logarithms of
predicted probabilities.

Run from the repository's root: python tooling/reference/bernoulli_nb.py [output]
"""

import numpy as np
from naive_bayes_golden import badly_scaled_iris, digits, write_golden
from sklearn.naive_bayes import BernoulliNB


def zeros_and_ones():
    ones = np.random.RandomState(1).randint(0, 2, (40, 12))
    return "zeros and ones", ones, (ones[:, 0] + ones[:, 3]) % 3, 1 - ones[:10]


def models(classes, thresholds):
    return [
        params
        for binarize in thresholds
        for params in (
            {"binarize": binarize},
            {"binarize": binarize, "alpha": 1e-4, "fit_prior": False},
            {"binarize": binarize, "alpha": 0.25, "class_prior": (np.arange(classes) / classes).tolist()},
        )
    ]


def fitted(params, weights, X, y, queries):
    with np.errstate(divide="ignore"):
        model = BernoulliNB(**params).fit(X, y, weights)
        log_probabilities = model.predict_log_proba(queries)
    return {
        "featureCount": model.feature_count_.tolist(),
        "featureLogProb": model.feature_log_prob_.tolist(),
        "classCount": model.class_count_.tolist(),
        "classPrior": np.exp(model.class_log_prior_).tolist(),
        "predictions": model.predict(queries).tolist(),
        "logProbabilities": [[None if np.isneginf(x) else x for x in row] for row in log_probabilities.tolist()],
    }


write_golden(
    "bernoulli_nb.py",
    "packages/naive-bayes/test/golden/bernoulli-nb.json",
    [
        (*digits(), models(10, [0.0, 7.5])),
        (*badly_scaled_iris(), models(3, [0.0, 2.0])),
        (*zeros_and_ones(), models(3, [None])),
    ],
    fitted,
)
