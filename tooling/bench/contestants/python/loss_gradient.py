"""scikit-learn's loss and gradient of a softmax model, as its lbfgs calls it."""

import os

import numpy as np
from sklearn._loss import HalfMultinomialLoss
from sklearn.linear_model._linear_loss import LinearModelLoss

from data import mnist

CLASSES = 10


class Contestant:
    def __init__(self, mnistFolder, rows, dtype="float64"):
        images, labels = mnist(mnistFolder, "train")
        self.X = images[:rows].astype(dtype) / np.dtype(dtype).type(255)
        self.y = labels[:rows].astype(dtype)
        self.loss = LinearModelLoss(HalfMultinomialLoss(n_classes=CLASSES), fit_intercept=True)
        parameters = 0.1 * np.sin(np.arange(785 * CLASSES, dtype=np.float64)).reshape(785, CLASSES)
        self.coef = np.asfortranarray(parameters.T.astype(dtype))
        self.threads = os.cpu_count()

    def run(self):
        return self.loss.loss_gradient(self.coef, self.X, self.y, n_threads=self.threads)

    def after(self, result):
        loss, gradient = result
        return {"loss": float(loss), "slope": float(gradient[0, 400])}
