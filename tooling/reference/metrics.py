"""Writes packages/metrics/test/golden/metrics.json and numpy-text.json: scikit-learn's scores and NumPy's text.

Run from the repository's root: python tooling/reference/metrics.py [output folder]
"""

import itertools
import json
import sys
import warnings
from pathlib import Path

import numpy as np
import sklearn
from sklearn import metrics as m

warnings.simplefilter("ignore")

OUTPUT = Path(sys.argv[1] if len(sys.argv) > 1 else "packages/metrics/test/golden")


def plain(value):
    """Arrays to lists, NumPy numbers to Python's; NaN and infinities to text, which JSON lacks."""
    if isinstance(value, np.ndarray):
        return [plain(v) for v in value.tolist()]
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not np.isfinite(value):
        return "nan" if np.isnan(value) else "inf" if value > 0 else "-inf"
    return value


def label_cases():
    """Name, true labels, predictions, weights, extra lists of labels."""
    rng = np.random.default_rng(0)
    digits = rng.integers(0, 10, 200)
    guesses = np.where(rng.random(200) < 0.8, digits, rng.integers(0, 10, 200))
    words = np.array(["zebra", "ant", "Éclair", "bee", "😀", "\ufb01n"])
    animals = rng.integers(0, 6, 60)
    named = np.where(rng.random(60) < 0.6, animals, rng.integers(0, 6, 60))
    binary = rng.integers(0, 2, 40)
    return [
        ("digits", digits.tolist(), guesses.tolist(), None, [[3, 1, 7], [9, 8, 0, 42]]),
        ("digits weighted", digits.tolist(), guesses.tolist(), rng.random(200).tolist(), [[3, 1, 7]]),
        ("absent classes", [0, 1, 2, 2, 0, 5], [0, 2, 2, 2, 0, 7], None, [[0, 1, 2, 5, 6, 7], [7, 2]]),
        ("negative labels", [-1, 3, 3, -7, 100], [3, 3, -1, -7, -7], [0.1, 0.2, 0.3, 0, 0.7], [[100, -7]]),
        ("text", words[animals].tolist(), words[named].tolist(), None, [["bee", "ant"], ["none", "zebra"]]),
        ("text weighted", words[animals].tolist(), words[named].tolist(), rng.random(60).round(2).tolist(), []),
        ("binary", binary.tolist(), (binary ^ (rng.random(40) < 0.2)).tolist(), None, [[1, 0], [1]]),
        ("binary weighted", binary.tolist(), (binary ^ (rng.random(40) < 0.2)).tolist(),
         rng.integers(0, 5, 40).tolist(), [[0]]),
        ("binary of -1 and 1", [-1, 1, 1, -1, 1], [1, 1, 1, -1, -1], None, []),
        ("never predicted", [0, 0, 1, 1], [0, 0, 0, 0], None, []),
        ("one class", [0, 0, 0], [0, 0, 0], None, [[0, 1]]),
        ("all wrong", [0, 1, 2], [1, 2, 0], None, []),
        ("tiny and huge weights", [0, 1, 2, 0], [0, 1, 2, 1], [1e-7, 3e16, 1e-4, 2.5e-12], []),
        ("many classes", np.arange(150).tolist(), (np.arange(150) // 7 * 7).tolist(), None, []),
        ("ties of rounding", [0] * 8 + [1] * 8, [0] + [1] * 7 + [1] * 5 + [0] * 3, None, []),
    ]


def scores_of_labels(y, p, w, labels):
    k = dict(sample_weight=w)
    out = {
        "confusion": {str(n): m.confusion_matrix(y, p, labels=labels, normalize=n, **k)
                      for n in (None, "true", "pred", "all")},
        "prf": [],
        "reports": [],
    }
    averages = [None, "micro", "macro", "weighted"]
    if labels is None and len(set(y) | set(p)) <= 2 and 1 in set(y) | set(p):
        averages.append("binary")
    for average, beta, zero in itertools.product(averages, (1, 0.5, 2), (0, 1, np.nan)):
        if zero != 0 and beta != 1:
            continue
        values = m.precision_recall_fscore_support(
            y, p, labels=labels, average=average, beta=beta, zero_division=zero, **k)
        out["prf"].append({"average": average, "beta": beta, "zero": zero, "values": values})
    for digits, zero in ((2, 0), (4, np.nan), (0, 1), (1, 0)):
        ways = dict(labels=labels, digits=digits, zero_division=zero, **k)
        out["reports"].append({"digits": digits, "zero": zero, "text": m.classification_report(y, p, **ways)})
    out["dict"] = m.classification_report(y, p, labels=labels, output_dict=True, zero_division=0, **k)
    return out


def label_golden():
    cases = []
    for name, y, p, w, lists in label_cases():
        k = dict(sample_weight=w)
        case = {
            "name": name, "yTrue": y, "yPred": p, "weights": w,
            "accuracy": [m.accuracy_score(y, p, normalize=n, **k) for n in (True, False)],
            "loss": [m.zero_one_loss(y, p, normalize=n, **k) for n in (True, False)],
            "balanced": [m.balanced_accuracy_score(y, p, adjusted=a, **k) for a in (False, True)],
            "byLabels": [],
        }
        for labels in [None, *lists]:
            values = scores_of_labels(y, p, w, labels)
            if len(set(y)) > 100:  # keep the file small: the averages are what differs with many classes
                values["confusion"] = {}
                values["prf"] = [each for each in values["prf"] if each["average"] is not None]
                values["reports"] = values["reports"][:1]
            case["byLabels"].append({"labels": labels, **values})
        cases.append(case)
    return cases


def named_reports():
    y, p = [0, 1, 2, 2, 2], [0, 0, 2, 2, 1]
    names = [
        ["class 0", "class 1", "class 2"],
        ["a name that is longer than any average", "é", "😀😀"],
    ]
    return [{"yTrue": y, "yPred": p, "names": n, "text": m.classification_report(y, p, target_names=n)}
            for n in names]


def curve_cases():
    rng = np.random.default_rng(1)
    y = rng.integers(0, 2, 80)
    smooth = rng.normal(size=80) + y
    return [
        ("untied", y, smooth, None, None),
        ("ties", y, smooth.round(0), None, None),
        ("weighted", y, smooth.round(1), rng.random(80), None),
        ("weights of zero", y, smooth.round(1), rng.integers(0, 3, 80), None),
        ("long runs", np.sort(y), np.arange(80) / 80, None, None),
        ("minus one and one", 2 * y - 1, smooth, None, None),
        ("text", np.array(["no", "yes"])[y], smooth.round(1), None, "yes"),
        ("one of three", np.array([0, 1, 2, 2, 1, 0, 2]), np.array([.1, .4, .35, .8, .35, .2, .9]), None, 2),
        ("all equal", np.array([0, 1, 1]), np.array([.5, .5, .5]), None, None),
        ("no negatives", np.array([1, 1]), np.array([.1, .2]), None, None),
        ("no positives", np.array([0, 0, 0]), np.array([.1, .2, .2]), None, None),
        ("two rows", np.array([0, 1]), np.array([.9, .1]), None, 0),
    ]


def curve_golden():
    cases = []
    for name, y, s, w, pos in curve_cases():
        ways = dict(pos_label=pos, sample_weight=w)
        case = {"name": name, "yTrue": y, "yScore": s, "weights": w, "posLabel": pos, "curves": [
            m.roc_curve(y, s, drop_intermediate=d, **ways) for d in (True, False)]}
        if len(set(y.tolist())) == 2:
            case["area"] = m.roc_auc_score(y, s, sample_weight=w)
        cases.append(case)
    return cases


def table_golden():
    rng = np.random.default_rng(2)
    cases = []
    for name, n, k, text in (("three", 40, 3, False), ("ten", 120, 10, False), ("text", 50, 4, True)):
        y = rng.integers(0, k, n)
        z = rng.normal(size=(n, k)).round(1) + 1.5 * np.eye(k)[y]
        p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        w = rng.random(n).round(3)
        labels = np.array([chr(97 + c) * 2 for c in range(k)]) if text else np.arange(k)
        cases.append(table_case(name, labels[y], p, w, None))
    y = np.array([0, 1, 3, 3, 1, 0, 0])
    p = rng.dirichlet(np.ones(4), 7)
    cases.append(table_case("absent class", y, p, np.arange(1.0, 8.0), [0, 1, 2, 3]))
    p = np.eye(3)[[0, 1, 2, 0, 1, 2]]
    cases.append(table_case("certain, some wrongly", np.array([0, 1, 2, 1, 2, 0]), p, None, None))
    return cases


def table_case(name, y, p, w, labels):
    aucs = []
    for multi, average, weights in itertools.product(
            ("ovr", "ovo"), ("macro", "weighted", "micro", None), (None, w)):
        if multi == "ovo" and (average in ("micro", None) or weights is not None):
            continue
        if w is None and weights is not None:
            continue
        value = m.roc_auc_score(y, p, multi_class=multi, average=average, sample_weight=weights, labels=labels)
        aucs.append({"multiClass": multi, "average": average, "weighted": weights is not None, "value": value})
    losses = [{"normalize": n, "weighted": weights is not None,
               "value": m.log_loss(y, p, normalize=n, sample_weight=weights, labels=labels)}
              for n in (True, False) for weights in ((None, w) if w is not None else (None,))]
    return {"name": name, "yTrue": y, "yProba": p, "weights": w, "labels": labels, "aucs": aucs, "losses": losses}


def loss_golden():
    y, p = [0, 1, 1, 0, 1], [0.1, 0.9, 0, 1, 0.5]
    single = np.array([[0.1, 0.9], [1, 0], [0.3, 0.7]], dtype=np.float32)
    return {"binary": {"yTrue": y, "p": p, "value": m.log_loss(y, p)},
            "single": {"yTrue": [1, 1, 0], "p": single, "value": m.log_loss([1, 1, 0], single)}}


def numpy_golden():
    rng = np.random.default_rng(3)
    confusion = m.confusion_matrix(rng.integers(0, 10, 450), rng.integers(0, 10, 450))
    normal = confusion / confusion.sum(axis=1, keepdims=True)
    nan, inf = np.nan, np.inf
    arrays = [
        (confusion, {}), (normal, {}), (normal, {"precision": 3}), (np.array([[37, 0], [0, 39]]), {}),
        (np.array([[-5, 100], [7, -1234]]), {}), (np.eye(3), {}), (np.zeros((2, 2)), {}), (np.array([[5]]), {}),
        (np.array([[0.5, 0.25], [0.125, 3]]), {}), (np.array([[1 / 3, 2 / 3], [0.1, 1]]), {}),
        (np.array([[1e-5, 1], [2, 3]]), {}), (np.array([[1e8, 1]]), {}), (np.array([[1e-300, 1e300]]), {}),
        (np.array([[99999999.5, 12345678.123456789]]), {}), (np.array([[1, 1000.5]]), {}),
        (np.array([[1, 1001.0]]), {}), (np.array([[0.001, 1.5]]), {}), (np.array([[nan, 1.5], [inf, -inf]]), {}),
        (np.array([[nan, nan]]), {}), (np.array([[nan, 1e9], [-inf, 0.5]]), {}), (np.array([[-0.0, 1.5]]), {}),
        (np.array([[0.125, 0.375, 0.625]]), {"precision": 2}), (np.array([[2.5, 3.5, 0.5]]), {"precision": 0}),
        (np.array([[1.5e10, 2.5e10, 1e-3]]), {"precision": 0}), (np.array([[2.675, 1.005]]), {"precision": 2}),
        (np.array([[-1.25e-7, 3e5]]), {"precision": 1}),
        (np.arange(1024).reshape(32, 32), {}), (np.arange(1000).reshape(10, 100), {}),
        (rng.random((40, 40)), {}), (rng.random((2, 600)), {}), (rng.random((600, 2)), {}),
        (np.arange(900).reshape(30, 30), {}), (rng.random((3, 25)), {}), (rng.integers(-9, 99, (7, 7)), {"threshold": 10}),
        (rng.integers(0, 9, (5, 9)), {"threshold": 10, "edgeitems": 2}), (rng.random((4, 4)), {"max_line_width": 20}),
        (rng.random((2, 3)), {"max_line_width": 3}), (np.arange(40), {}), (np.array([0.1, 2]), {}),
        (np.arange(2000), {}), (rng.random(30), {}), (np.arange(30) * 1000, {"max_line_width": 40}),
        (10.0 ** np.arange(-3, 1)[None, :], {}), (rng.normal(size=(6, 4)) * 1e6, {}),
        (rng.normal(size=(6, 4)) * 1e-3, {}), (np.array([[1e15, 2e15]]), {}), (np.array([[2**53, 1]]), {}),
        (np.array([[1e22, 1.0]]), {}), (np.array([[1e16, 1e16]]), {}), (np.array([[5e-324, 1.0]]), {}),
        (np.array([[0.1 + 0.2, 1.1]]), {"precision": 17}), (np.array([[123456.7, 1000.0]]), {}),
    ]
    return [{"dtype": "int" if a.dtype.kind == "i" else "float", "values": a, "options": o,
             "text": np.array2string(a, **o)} for a, o in arrays]


def write(name, **parts):
    head = {"generator": "tooling/reference/metrics.py",
            "versions": {"numpy": np.__version__, "scikit-learn": sklearn.__version__}}
    text = json.dumps(plain({**head, **parts}), ensure_ascii=False, separators=(",", ":"))
    (OUTPUT / name).write_text(text + "\n")


write("metrics.json", labels=label_golden(), named=named_reports(), curves=curve_golden(),
      tables=table_golden(), losses=loss_golden())
write("numpy-text.json", cases=numpy_golden())
