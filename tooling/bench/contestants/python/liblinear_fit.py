"""One-vs-rest with LIBLINEAR on MNIST's raw pixels: scikit-learn's, or the authors' own packages."""

import os

import numpy as np
from scipy import sparse

from data import mnist


def objective(coef, intercept, X, y):
    """The sum over the classes of the sum of losses with the penalty, the intercept's weight penalised too."""
    total = 0.5 * float((coef**2).sum() + (intercept**2).sum())
    for k in range(len(intercept)):
        margins = (X @ coef[k] + intercept[k]) * np.where(y == k, 1.0, -1.0)
        total += float(np.logaddexp(0, -margins).sum())
    return total


class Contestant:
    def __init__(self, mnistFolder, rows, package="sklearn", only=None):
        images, labels = mnist(mnistFolder, "train")
        self.X = images[:rows].astype(np.float64)
        self.y = labels[:rows].astype(np.float64)
        self.test = mnist(mnistFolder, "t10k")
        self.package = package
        self.only = only
        if package != "sklearn":
            self.sparse = sparse.csr_matrix(self.X)
            threads = f" -m {os.cpu_count()}" if package == "multicore" else ""
            self.options = f"-s 0 -c 1 -e 0.0001 -B 1 -q{threads}"

    def run(self):
        if self.package == "sklearn":
            from sklearn.linear_model import LogisticRegression
            from sklearn.multiclass import OneVsRestClassifier

            model = LogisticRegression(solver="liblinear")
            if self.only is not None:
                return model.fit(self.X, self.y == self.only)
            return OneVsRestClassifier(model).fit(self.X, self.y)
        from liblinear.liblinearutil import train

        return train(self.y, self.sparse, self.options)

    def after(self, model):
        if self.only is not None:
            return {"iterations": int(model.n_iter_[0])}
        if self.package == "sklearn":
            coef = np.vstack([each.coef_ for each in model.estimators_])
            intercept = np.array([each.intercept_[0] for each in model.estimators_])
        else:
            decisions = {model.label[k]: model.get_decfun(k) for k in range(10)}
            coef = np.array([decisions[k][0] for k in range(10)])
            intercept = np.array([decisions[k][1] for k in range(10)])
        X, y = self.test
        accuracy = float(np.mean(np.argmax(X.astype(np.float64) @ coef.T + intercept, axis=1) == y))
        return {"objective": objective(coef, intercept, self.X, self.y), "accuracy": accuracy}
