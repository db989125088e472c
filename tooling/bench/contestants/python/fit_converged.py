"""How long scikit-learn's lbfgs takes until its objective is at or below another."""

import numpy as np
import scipy.optimize
from sklearn.linear_model import LogisticRegression
from sklearn.linear_model import _logistic as logistic

from data import mnist


class Reached(Exception):
    pass


class Contestant:
    def __init__(self, mnistFolder, rows, scaled, objective):
        images, labels = mnist(mnistFolder, "train")
        self.X = images[:rows].astype(np.float64) / (255 if scaled else 1)
        self.y = labels[:rows].astype(np.int64)
        self.objective = objective
        self.iterations = 0

    def run(self):
        minimize = scipy.optimize.minimize

        def watched(function, *args, **options):
            last = {}

            def evaluate(*point):
                value = function(*point)
                last["value"] = value[0]
                return value

            def look(_):
                self.iterations += 1
                if last["value"] <= self.objective:
                    raise Reached

            return minimize(evaluate, *args, **{**options, "callback": look})

        logistic.optimize.minimize = watched
        try:
            LogisticRegression(max_iter=5000, tol=1e-10).fit(self.X, self.y)
        except Reached:
            return True
        finally:
            logistic.optimize.minimize = minimize
        raise RuntimeError(f"the objective {self.objective} was not reached in {self.iterations} iterations")

    def after(self, _):
        return {"iterations": self.iterations}
