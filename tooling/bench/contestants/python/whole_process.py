"""python whole_process.py FOLDER: all that a script does, from its start to the printed accuracy."""

import json
import resource
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

from data import mnist
from fit import mean_objective

train, test = mnist(sys.argv[1], "train"), mnist(sys.argv[1], "t10k")
orders = [np.argsort(labels, kind="stable") for _, labels in (train, test)]
X = np.concatenate([part[0][order] for part, order in zip((train, test), orders)]).astype(np.float64)
y = np.concatenate([part[1][order] for part, order in zip((train, test), orders)])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=1 / 7, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
result = {
    "accuracy": model.score(X_test, y_test),
    "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
}
if "--objective" in sys.argv:
    result["objective"] = mean_objective(model, X_train, y_train, 1.0)
print(json.dumps(result))
