"""Tells the versions and which BLAS runs, with which kernel."""

import platform

import numpy
import scipy
import sklearn
import threadpoolctl


class Contestant:
    def __init__(self):
        numpy.ones((64, 64)) @ numpy.ones((64, 64))
        pools = threadpoolctl.threadpool_info()
        self.extras = {
            "Python": platform.python_version(),
            "scikit-learn": sklearn.__version__,
            "NumPy": numpy.__version__,
            "SciPy": scipy.__version__,
            "SIMD": numpy.show_config(mode="dicts")["SIMD Extensions"].get("found", []),
            "blas": [
                {key: pool.get(key) for key in ("internal_api", "version", "architecture", "num_threads")}
                for pool in pools
                if pool["user_api"] == "blas"
            ],
        }

    def run(self):
        pass
