"""How long scikit-learn's lbfgs takes until objectives are at or below others: of one fit, of one for each class, or of a path of
values of C, each fit beginning where the one before ended."""

import contextlib

import numpy as np
import scipy.optimize
from sklearn.linear_model import LogisticRegression
from sklearn.linear_model import _logistic as logistic

from data import mnist


class Watch:
    """Ends the fits of scikit-learn's lbfgs where the objective is at or below a bound."""

    def __init__(self):
        self.iterations = 0
        self.objective = None

    @contextlib.contextmanager
    def until(self, bound):
        minimize = scipy.optimize.minimize

        def watched(function, *args, **options):
            last = {}

            def evaluate(*point):
                value = function(*point)
                last["value"] = value[0]
                return value

            def look(_):
                self.iterations += 1
                if last["value"] <= bound:
                    raise StopIteration

            result = minimize(evaluate, *args, **{**options, "callback": look})
            self.objective = float(result.fun)
            return result

        logistic.optimize.minimize = watched
        try:
            yield
        finally:
            logistic.optimize.minimize = minimize
        if self.objective > bound:
            raise RuntimeError(f"the objective {bound} was not reached: {self.objective}")


class Contestant:
    def __init__(self, mnistFolder, rows, scaled=True, objective=None, objectives=None, path=None):
        images, labels = mnist(mnistFolder, "train")
        self.X = images[:rows].astype(np.float64) / (255 if scaled else 1)
        self.y = labels[:rows].astype(np.int64)
        # Which rows are labelled how, with which C, up to which objective.
        if path is not None:
            self.fits = [(self.y, each["C"], each["objective"]) for each in path]
        elif objectives is not None:
            self.fits = [(self.y == k, 1.0, bound) for k, bound in enumerate(objectives)]
        else:
            self.fits = [(self.y, 1.0, objective)]
        self.warm = path is not None

    def run(self):
        watch = Watch()
        model = LogisticRegression(max_iter=5000, tol=1e-10, warm_start=self.warm)
        for y, C, bound in self.fits:
            with watch.until(bound):
                model.set_params(C=C).fit(self.X, y)
        return watch

    def after(self, watch):
        return {"iterations": watch.iterations, "objective": watch.objective}
