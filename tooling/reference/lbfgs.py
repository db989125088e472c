"""Writes packages/solvers/test/golden/lbfgs.json: SciPy's L-BFGS-B, without bounds, iteration by iteration.

Run from the repository's root: python tooling/reference/lbfgs.py [output]
"""

import json
import sys

import numpy as np
import scipy
from scipy.optimize import minimize


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


def main():
    output = sys.argv[1] if len(sys.argv) > 1 else "packages/solvers/test/golden/lbfgs.json"
    golden = {
        "generator": "tooling/reference/lbfgs.py",
        "versions": {"scipy": scipy.__version__, "numpy": np.__version__},
        "cases": [run(*case) for case in CASES],
    }
    with open(output, "w") as file:
        json.dump(golden, file, separators=(",", ":"))
        file.write("\n")


main()
