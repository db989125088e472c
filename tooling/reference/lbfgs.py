"""Writes packages/solvers/test/golden/lbfgs.json: SciPy's L-BFGS-B, without bounds, iteration by iteration, and its
line search (MINPACK-2's dcsrch) trial by trial on the functions of Moré and Thuente's paper.

Run from the repository's root: python tooling/reference/lbfgs.py [output]
"""

import json
import sys

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.optimize._dcsrch import DCSRCH


def rosenbrock(x):
    a = x[1:] - x[:-1] ** 2
    g = np.zeros_like(x)
    g[:-1] = -400 * a * x[:-1] - 2 * (1 - x[:-1])
    g[1:] += 200 * a
    return float(np.sum(100 * a**2 + (1 - x[:-1]) ** 2)), g


def quadratic(x):
    """Curvatures from 1 to 100, minimum at 1."""
    d = 10.0 ** (2 * np.arange(len(x)) / (len(x) - 1))
    return float(0.5 * np.sum(d * (x - 1) ** 2)), d * (x - 1)


def quartic(x):
    """A flat minimum at i."""
    i = np.arange(len(x))
    return float(np.sum((x - i) ** 4)), 4 * (x - i) ** 3


def waves(x):
    """Not convex: negative curvature on the way."""
    return float(np.sum(np.cos(x) + 0.01 * x**2)), -np.sin(x) + 0.02 * x


def absolute(x):
    """A kink at the minimum, where no line search can succeed."""
    return float(np.sum(np.abs(x - 0.3))), np.sign(x - 0.3)


CASES = [
    ("rosenbrock", rosenbrock, [-1.2, 1.0], {}),
    ("rosenbrock", rosenbrock, [-1.2, 1.0] * 5, {}),
    ("rosenbrock", rosenbrock, [-1.2, 1.0] * 5, {"maxcor": 3, "maxiter": 40}),
    ("rosenbrock", rosenbrock, [-1.2, 1.0] * 5, {"maxiter": 7}),
    ("quadratic", quadratic, [0.0] * 20, {}),
    ("quadratic", quadratic, [1000.0] * 20, {"gtol": 1e-2}),
    ("quartic", quartic, [0.0] * 6, {}),
    ("quartic", quartic, [0.0] * 6, {"ftol": 1e-3}),
    ("waves", waves, [0.1, 1.0, 2.0, 5.0], {}),
    ("waves", waves, [0.5, -0.25], {}),
    ("absolute", absolute, [1.0], {"maxls": 5}),
    ("absolute", absolute, [1.0, -3.0, 7.0], {"maxls": 5}),
]


def run(name, function, x0, options):
    settings = {"maxcor": 10, "gtol": 1e-6, "ftol": 64 * np.finfo(float).eps, "maxiter": 200, "maxls": 50}
    settings.update(options)
    losses = []
    result = minimize(
        function,
        np.array(x0),
        jac=True,
        method="L-BFGS-B",
        options=settings,
        callback=lambda intermediate_result: losses.append(float(intermediate_result.fun)),
    )
    return {
        "objective": name,
        "start": x0,
        "options": settings,
        "losses": losses,
        "x": result.x.tolist(),
        "nIter": result.nit,
        "nEvaluations": result.nfev,
        "converged": bool(result.success),
        "message": result.message,
    }


def yanai(b1, b2):
    """Functions 4 to 6 of the paper."""
    c1, c2 = np.sqrt(1 + b1**2) - b1, np.sqrt(1 + b2**2) - b2
    return lambda a: c1 * np.sqrt((1 - a) ** 2 + b2**2) + c2 * np.sqrt(a**2 + b1**2)


def bumpy(a, beta=0.01, n=39):
    """Function 3: oscillates by n half waves around a kinked line that is smoothed over beta."""
    if a <= 1 - beta:
        base = 1 - a
    elif a >= 1 + beta:
        base = a - 1
    else:
        base = (a - 1) ** 2 / (2 * beta) + beta / 2
    return base + 2 * (1 - beta) / (n * np.pi) * np.sin(n * np.pi / 2 * a)


LINES = {
    "one": lambda a: -a / (a**2 + 2),
    "two": lambda a: (a + 0.004) ** 5 - 2 * (a + 0.004) ** 4,
    "three": bumpy,
    "four": yanai(0.001, 0.001),
    "five": yanai(0.01, 0.001),
    "six": yanai(0.001, 0.01),
}


def search(name, first):
    """The trials: step, value and slope (by a central difference, as exact enough to be taken for the truth)."""
    f = LINES[name]
    # The rounded numbers in the file are what both searches see.
    value = lambda a: float(f"{f(a):.15g}")
    slope = lambda a: float(f"{(f(a + 1e-7) - f(a - 1e-7)) / 2e-7:.10g}")
    start = [0.0, value(0.0), slope(0.0)]
    dcsrch = DCSRCH(None, None, 1e-3, 0.9, 0.1, 0, 1e10)
    step, phi, derphi, task = dcsrch._iterate(first, start[1], start[2], b"START")
    trials = []
    while task[:2] == b"FG" and len(trials) < 40:
        step = float(step)
        trials.append([step, value(step), slope(step)])
        step, phi, derphi, task = dcsrch._iterate(step, trials[-1][1], trials[-1][2], task)
    return {"function": name, "start": start, "trials": trials, "end": float(step), "over": task[:2] != b"FG"}


def main():
    output = sys.argv[1] if len(sys.argv) > 1 else "packages/solvers/test/golden/lbfgs.json"
    golden = {
        "generator": "tooling/reference/lbfgs.py",
        "versions": {"scipy": scipy.__version__, "numpy": np.__version__},
        "cases": [run(*case) for case in CASES],
        "searches": [search(name, first) for name in LINES for first in (1e-3, 1e-1, 1e1, 1e3)],
    }
    with open(output, "w") as file:
        json.dump(golden, file, separators=(",", ":"))
        file.write("\n")


main()
