"""Writes packages/linear-model/test/golden/logistic-regression-cv.json: LogisticRegressionCV with the same folds.

Folds are given as indices. The tolerance is tight, so that coefficients are those of the optimum whatever the solver's steps.

Run from the repository's root: python tooling/reference/logistic_regression_cv.py [output]
"""

import json
import sys
import warnings

import numpy as np
import scipy
import sklearn
from sklearn.linear_model import LogisticRegressionCV
from sklearn.model_selection import StratifiedKFold

warnings.simplefilter("ignore")


def generated(seed, rows, columns, classes, noise=1.5):
    random = np.random.RandomState(seed)
    X = np.round(random.standard_normal((rows, columns)), 2)
    centers = random.standard_normal((classes, columns))
    y = np.argmax(X @ centers.T + noise * random.standard_normal((rows, classes)), axis=1)
    return X, y


def case(name, seed, classes, weighted=False, folds=None, labels=None, rows=120, columns=5, **params):
    X, y = generated(seed, rows, columns, classes)
    if folds is None:
        folds = [tuple(map(np.ndarray.tolist, fold)) for fold in StratifiedKFold(3, shuffle=True, random_state=seed).split(X, y)]
    weight = (1 + np.arange(rows) % 3).astype(float) if weighted else None
    given = y if labels is None else np.array(labels)[y]
    options = {"Cs": [0.01, 0.1, 1.0, 10.0], "l1_ratios": (0,), "scoring": "accuracy", "solver": "lbfgs"} | params
    model = LogisticRegressionCV(cv=folds, tol=1e-11, max_iter=20000, use_legacy_attributes=False, **options)
    model.fit(X, given, sample_weight=weight)
    return {
        "name": name,
        "X": X.tolist(),
        "y": given.tolist(),
        "weighted": weighted,
        "folds": folds,
        "options": options,
        "C": model.C_,
        "l1Ratio": float(model.l1_ratio_),
        "scores": model.scores_.tolist(),
        "coefsPaths": model.coefs_paths_.tolist(),
        "coef": model.coef_.tolist(),
        "intercept": np.broadcast_to(model.intercept_, len(model.coef_)).tolist(),
        "score": score_of(model, X, given),
    }


def score_of(model, X, y):
    """None where scikit-learn wants the positive class of text to be named."""
    try:
        return float(model.score(X, y))
    except ValueError:
        return None


def main():
    twice = [([0, 0, 1, 2, 3, *range(10, 90)], list(range(90, 120))), (list(range(40, 120)), list(range(45)))]
    cases = [
        case("two classes", 1, 2),
        case("three classes", 2, 3),
        case("two classes with weights", 3, 2, weighted=True),
        case("three classes with weights", 4, 3, weighted=True),
        case("balanced classes", 5, 3, class_weight="balanced"),
        case("two balanced classes with weights", 6, 2, weighted=True, class_weight="balanced"),
        case("text, by the log loss", 7, 3, labels=["b", "a", "é"], scoring="neg_log_loss"),
        case("the log loss with weights", 8, 2, weighted=True, scoring="neg_log_loss"),
        case("balanced accuracy", 9, 3, scoring="balanced_accuracy"),
        case("F of two classes of text", 10, 2, labels=["yes", "no"], scoring="f1"),
        case("F, the mean of three classes", 11, 3, scoring="f1_macro"),
        case("the area of two classes", 12, 2, scoring="roc_auc"),
        case("the area of three classes", 13, 3, scoring="roc_auc_ovr"),
        case("without a refit", 14, 3, refit=False),
        case("two classes without a refit", 15, 2, refit=False, scoring="neg_log_loss"),
        case("without intercepts", 16, 3, fit_intercept=False),
        # Its refit ignores intercept_scaling, which is therefore 1.
        case("liblinear", 17, 2, solver="liblinear"),
        case("parts with a row twice, and rows in none", 18, 3, folds=twice),
        case("a number of values", 19, 2, Cs=5),
        case("without a penalty among the values", 20, 2, Cs=[0.1, 1.0, float("inf")]),
    ]
    result = {
        "generator": "tooling/reference/logistic_regression_cv.py",
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "cases": cases,
    }
    path = sys.argv[1] if len(sys.argv) > 1 else "packages/linear-model/test/golden/logistic-regression-cv.json"
    text = json.dumps(result, separators=(",", ":"))
    with open(path, "w") as file:
        file.write(text.replace("Infinity", '"Infinity"') + "\n")


main()
