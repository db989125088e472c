"""LogisticRegression with default hyper-parameters on generated rows; texts as SciPy's CSR matrix."""

from sklearn.linear_model import LogisticRegression

import data
from fit import mean_objective


class Contestant:
    def __init__(self, kind, sizes):
        self.X, self.y = getattr(data, kind)(**sizes)

    def run(self):
        return LogisticRegression().fit(self.X, self.y)

    def after(self, model):
        objective = mean_objective(model, self.X, self.y, 1.0)
        return {"objective": objective, "iterations": int(model.n_iter_[0])}
