"""Writes packages/linear-model/test/golden/inference.json: statsmodels' Logit and MNLogit on real and generated data.

For each case the rows and what statsmodels finds by maximum likelihood: coefficients, standard errors (of the observed
information and, for two classes, HC0), z and p values, intervals, log-likelihoods and criteria.

Run from the repository's root: python tooling/reference/inference.py [output]
"""

import json
import sys

import numpy as np
import statsmodels
import statsmodels.api as sm
from sklearn.datasets import load_breast_cancer, load_iris


def two_classes():
    X, y = load_breast_cancer(return_X_y=True)
    return X[::3, [0, 1, 4, 8]], y[::3]


def three_classes():
    X, y = load_iris(return_X_y=True)
    rng = np.random.default_rng(0)
    # Noise keeps the first class from being separated.
    return np.round(X[:, :2] + rng.normal(0, 0.6, (len(X), 2)), 2), y


def badly_scaled():
    rng = np.random.default_rng(1)
    X = rng.normal(size=(200, 3)) * [1e-4, 1, 1e5] + [0, 10, -3e5]
    scores = (X - X.mean(axis=0)) / X.std(axis=0) @ [1, -0.5, 0.7]
    return X, (scores + rng.logistic(size=200) > 0).astype(int)


def measures(fitted):
    return {
        "logLikelihood": fitted.llf,
        "nullLogLikelihood": fitted.llnull,
        "pseudoRSquared": fitted.prsquared,
        "likelihoodRatio": fitted.llr,
        "likelihoodRatioPValue": fitted.llr_pvalue,
        "aic": fitted.aic,
        "bic": fitted.bic,
    }


def column_by_column(values):
    return np.asarray(values).T.ravel().tolist()


def case(name, X, y, intercept, covariance, level):
    design = np.hstack([X, np.ones((len(X), 1))]) if intercept else X
    scales = np.abs(design).max(axis=0)
    classes = len(np.unique(y))
    model = (sm.Logit if classes == 2 else sm.MNLogit)(y, design / scales)
    kind = {"observed": "nonrobust", "sandwich": "HC0"}[covariance]
    fitted = model.fit(method="newton", tol=1e-13, maxiter=200, disp=False, cov_type=kind)
    repeat = scales if classes == 2 else scales[:, None]
    intervals = np.asarray(fitted.conf_int(1 - level))
    intervals = intervals.reshape(-1, len(scales), 2) / scales[None, :, None]
    found = measures(fitted)
    if not intercept:
        # statsmodels compares with a model of an intercept; without one the null model has no coefficient.
        found = {"logLikelihood": fitted.llf}
    return {
        "name": name,
        "X": X.tolist(),
        "y": y.tolist(),
        "fitIntercept": intercept,
        "covariance": covariance,
        "level": level,
        "coef": column_by_column(fitted.params / repeat),
        "stdErr": column_by_column(fitted.bse / repeat),
        "z": column_by_column(fitted.tvalues),
        "pValue": column_by_column(fitted.pvalues),
        "intervals": intervals.reshape(-1, 2).tolist(),
        **found,
    }


def cases():
    for name, (X, y) in {
        "two classes": two_classes(),
        "three classes": three_classes(),
        "badly scaled": badly_scaled(),
    }.items():
        for intercept in (True, False):
            if name == "badly scaled" and not intercept:
                continue
            for covariance in ("observed", "sandwich"):
                if name == "three classes" and covariance == "sandwich":
                    continue
                level = 0.95 if covariance == "observed" else 0.9
                yield case(name, X, y, intercept, covariance, level)


output = sys.argv[1] if len(sys.argv) > 1 else "packages/linear-model/test/golden/inference.json"
with open(output, "w") as file:
    versions = {"statsmodels": statsmodels.__version__, "numpy": np.__version__}
    json.dump({"generator": "tooling/reference/inference.py", "versions": versions, "cases": list(cases())}, file)
    file.write("\n")
