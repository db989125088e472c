"""scikit-learn's LogisticRegression on MNIST, or that of scikit-learn-intelex."""

import numpy as np

from data import mnist


def estimator(intelex):
    if intelex:
        from sklearnex.linear_model import LogisticRegression
    else:
        from sklearn.linear_model import LogisticRegression
    return LogisticRegression


def mean_objective(model, X, y, C):
    """The mean loss with its penalty: what lbfgs minimises."""
    scores = X @ model.coef_.T + model.intercept_
    if scores.shape[1] == 1:
        # Of two classes there is one score: the other's is 0.
        scores = np.hstack([np.zeros_like(scores), scores])
    top = scores.max(axis=1)
    log_sums = top + np.log(np.exp(scores - top[:, None]).sum(axis=1))
    loss = np.mean(log_sums - scores[np.arange(len(y)), np.searchsorted(model.classes_, y)])
    return float(loss + (model.coef_**2).sum() / (2 * C * len(y)))


class Contestant:
    def __init__(self, mnistFolder, rows, scaled=False, maxIter=100, tol=1e-4, dtype="float64", intelex=False):
        images, labels = mnist(mnistFolder, "train")
        self.X = images[:rows].astype(dtype)
        if scaled:
            self.X /= 255
        self.y = labels[:rows].astype(np.int64)
        self.new = lambda: estimator(intelex)(solver="lbfgs", max_iter=maxIter, tol=tol)

    def run(self):
        return self.new().fit(self.X, self.y)

    def after(self, model):
        objective = mean_objective(model, self.X.astype(np.float64), self.y, 1.0)
        return {"objective": objective, "iterations": int(np.max(model.n_iter_))}
