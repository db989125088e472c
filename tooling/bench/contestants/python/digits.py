"""The digits, with default hyper-parameters but for the solver."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multiclass import OneVsRestClassifier

from fit import mean_objective


class Contestant:
    def __init__(self, solver):
        digits = load_digits()
        self.parts = train_test_split(digits.data, digits.target, test_size=0.25, random_state=0)
        self.solver = solver

    def run(self):
        X, _, y, _ = self.parts
        model = LogisticRegression(solver=self.solver)
        return (OneVsRestClassifier(model) if self.solver == "liblinear" else model).fit(X, y)

    def after(self, model):
        X, X_test, y, y_test = self.parts
        extras = {"accuracy": float(np.mean(model.predict(X_test) == y_test))}
        if self.solver != "liblinear":
            extras["objective"] = mean_objective(model, X, y, 1.0) * len(y)
        return extras
