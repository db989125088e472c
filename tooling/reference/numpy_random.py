"""Golden streams of NumPy's legacy generator for packages/random/test/golden/random.json."""

import json
import sys
from pathlib import Path

import numpy as np

TARGET = Path(__file__).parents[2] / "packages/random/test/golden/random.json"
SEEDS = [0, 1, 2, 42, 1234, 2**31, 2**32 - 1, [1], [1, 2, 3], list(range(700))]


def stream(seed):
    state = lambda: np.random.RandomState(seed)  # noqa: E731
    late = state()
    late.random_sample(1000)
    return {
        "seed": seed,
        "uint32": state().randint(0, 2**32, 5, dtype=np.uint32).tolist(),
        "random": state().random_sample(5).tolist(),
        "lateRandom": late.random_sample(3).tolist(),
        "uniform": state().uniform(-2.5, 7, 4).tolist(),
        "randint": [state().randint(0, 10, 8).tolist(), state().randint(-5, 1000003, 8).tolist()],
        "standardNormal": state().standard_normal(7).tolist(),
        "permutation": [state().permutation(n).tolist() for n in (0, 1, 2, 10, 100)],
        "choice": state().choice(50, 6, replace=False).tolist(),
    }


def main():
    golden = {
        "generator": "tooling/reference/numpy_random.py",
        "versions": {"numpy": np.__version__, "python": sys.version.split()[0]},
        "streams": [stream(seed) for seed in SEEDS],
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
