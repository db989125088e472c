"""Writes packages/linalg/test/golden/math-*.json: exp, expm1, log, log1p of doubles and floats, correctly rounded.

Run from the repository's root: python tooling/reference/math_functions.py [output folder] [arguments of each random kind]

Each file holds `arguments`, `results` (both in base64: little-endian, of the named format) and `residuals` (int16): what
the correctly rounded result lacks to the true value, in 1/65536 of its unit in the last place.
"""

import base64
import json
import math
import random
import struct
import sys
from pathlib import Path

import mpmath
from mpmath import mp, mpf

OUTPUT = Path(sys.argv[1] if len(sys.argv) > 1 else "packages/linalg/test/golden")
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 300

mp.prec = 200

# Name: letter of struct, bits of the significand, least and greatest exponent, letter of the integer of equal size.
FORMATS = {"f64": ("d", 53, -1022, 1023, "q"), "f32": ("f", 24, -126, 127, "i")}
FUNCTIONS = {"exp": mpmath.exp, "expm1": mpmath.expm1, "log": mpmath.log, "log1p": mpmath.log1p}


def to_format(x, form):
    """The double or float nearest to x."""
    try:
        return struct.unpack("<" + FORMATS[form][0], struct.pack("<" + FORMATS[form][0], float(x)))[0]
    except OverflowError:
        return math.copysign(math.inf, x)


def moved(x, steps, form):
    """The number `steps` places away from x in its format (x not zero)."""
    number, whole = FORMATS[form][0], FORMATS[form][4]
    bits = struct.unpack("<" + whole, struct.pack("<" + number, x))[0]
    return struct.unpack("<" + number, struct.pack("<" + whole, bits + steps))[0]


def rounded(value, form):
    """The number of the format nearest to a high-precision value, and what it lacks in units in the last place."""
    _, bits, least, greatest, _ = FORMATS[form]
    if value == 0:
        return 0.0, 0.0
    unit = max(mpmath.mag(value) - 1, least) - bits + 1
    scaled = mpmath.ldexp(value, -unit)
    nearest = int(mpmath.nint(scaled))
    if unit > greatest - bits + 1 or (unit == greatest - bits + 1 and abs(nearest) >= 2 ** bits):
        return math.copysign(math.inf, nearest), 0.0
    return math.copysign(math.ldexp(nearest, unit), value), float(scaled - nearest)


def evaluate(name, x, form):
    """The correctly rounded result and its residual, IEEE 754's special cases included."""
    if math.isnan(x) or (name == "log" and x < 0) or (name == "log1p" and x < -1):
        return math.nan, 0.0
    if (name == "log" and x == 0) or (name == "log1p" and x == -1):
        return -math.inf, 0.0
    if name in ("expm1", "log1p") and x == 0:
        return x, 0.0
    if name.startswith("exp") and x > 1000 or x == math.inf:
        return math.inf, 0.0
    if name.startswith("exp") and x < -1200:
        return (0.0 if name == "exp" else -1.0), 0.0
    return rounded(FUNCTIONS[name](mpf(x)), form)


def borders(name, form):
    """Points about which a result changes its kind, or the kernels their way."""
    _, bits, least, greatest, _ = FORMATS[form]
    ln2 = mpmath.log(2)
    if name.startswith("exp"):
        last = [(greatest + 1) * ln2, least * ln2, (least - bits + 1) * ln2, (least - bits) * ln2]
        turns = [(k + mpf(1) / 2) * ln2 for k in range(least, greatest, (greatest - least) // 60)]
        near = [(k + mpf(1) / 2) * ln2 for k in range(-4, 5)] + [k * ln2 for k in range(-4, 5) if k]
        ends = [s * mpf(2) ** -k for k in range(1, bits + 6, 3) for s in (1, -1)] + [-bits * ln2, -(bits + 1) * ln2]
        return last + turns + near + ends
    roots = [mpf(2) ** (k + mpf(1) / 2) for k in range(least, greatest, (greatest - least) // 60)]
    powers = [mpf(2) ** k for k in range(least - bits + 2, greatest + 1, (greatest - least) // 60)]
    if name == "log":
        return roots + powers + [mpf(1), mpf(2) ** least, mpmath.sqrt(mpf(1) / 2), mpmath.sqrt(2)]
    small = [s * mpf(2) ** -k for k in range(1, bits + 6, 3) for s in (1, -1)]
    turns = [mpmath.sqrt(2) - 1, mpmath.sqrt(mpf(1) / 2) - 1, mpf(1) / 2]
    return [r - 1 for r in roots if r > 1] + powers + small + turns + [1 - r for r in (mpf(2) ** -bits, mpf(2) ** -20)]


def drawn(name, form, rng):
    """Grids and random arguments: even over the range of interest, and with evenly drawn exponents over all of it."""
    _, bits, least, greatest, _ = FORMATS[form]
    ln2 = math.log(2)

    def exponents(low, high):
        return 2 ** rng.uniform(low, high)

    if name.startswith("exp"):
        low = (least - bits) * ln2 if name == "exp" else -40
        yield from (low + ((greatest + 1) * ln2 - low) * i / COUNT for i in range(COUNT + 1))
        yield from (rng.uniform(low, (greatest + 1) * ln2) for _ in range(COUNT))
        yield from (rng.uniform(-1, 1) for _ in range(2 * COUNT))
        yield from (rng.choice((1, -1)) * exponents(-bits - 5, 9 if form == "f64" else 6) for _ in range(COUNT))
        return
    yield from ((1 + i) / COUNT * 2 for i in range(COUNT))
    yield from (rng.uniform(0.5, 2) - (name == "log1p") for _ in range(2 * COUNT))
    yield from (exponents(-bits, 3) for _ in range(COUNT))
    yield from (exponents(least - bits + 1, greatest + 0.999) for _ in range(COUNT))
    if name == "log":
        yield from (1 + rng.choice((1, -1)) * exponents(-bits, -1) for _ in range(COUNT))
    else:
        yield from (-exponents(-bits, 0) for _ in range(COUNT))
        yield from (exponents(-bits, 0) - 1 for _ in range(COUNT // 2))


def arguments(name, form):
    """Specials, borders with their neighbours, grids, random arguments, and those whose result is hard to round."""
    _, bits, least, greatest, _ = FORMATS[form]
    smallest, normal = 2.0 ** (least - bits + 1), 2.0 ** least
    most = (2 - 2.0 ** (1 - bits)) * 2.0 ** greatest
    specials = [0.0, smallest, 3 * smallest, normal - smallest, normal, 1e-30, 1.0, 2.0, 1e10, most, math.inf]
    xs = [s * to_format(x, form) for x in specials for s in (1, -1)] + [math.nan]
    for border in borders(name, form):
        x = to_format(border, form)
        xs += [x] if x in (0, math.inf) else [moved(x, steps, form) for steps in (-2, -1, 0, 1, 2)]
    rng = random.Random(f"{name} {form}")
    xs += [to_format(x, form) for x in drawn(name, form, rng)]
    for _ in range(3):
        pool = [to_format(x, form) for x in drawn(name, form, rng)]
        xs += [x for x in pool if abs(evaluate(name, x, form)[1]) > 0.49]
    return xs


def packed(values, letter):
    return base64.b64encode(struct.pack(f"<{len(values)}{letter}", *values)).decode()


def main():
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for form in FORMATS:
        for name in FUNCTIONS:
            xs = arguments(name, form)
            results = [evaluate(name, x, form) for x in xs]
            golden = {
                "generator": "tooling/reference/math_functions.py",
                "versions": {"mpmath": mpmath.__version__},
                "function": name,
                "format": form,
                "count": len(xs),
                "arguments": packed(xs, FORMATS[form][0]),
                "results": packed([y for y, _ in results], FORMATS[form][0]),
                "residuals": packed([max(-32768, min(32767, round(r * 65536))) for _, r in results], "h"),
            }
            path = OUTPUT / f"math-{name}-{form}.json"
            path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
            print(path, len(xs), path.stat().st_size)


main()
