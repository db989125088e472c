"""The data of the contestants: MNIST out of its gzipped files, and the generated rows."""

import gzip
import os

import numpy as np
from scipy import sparse


def idx(folder, name, offset):
    with gzip.open(os.path.join(folder, name)) as file:
        return np.frombuffer(file.read(), np.uint8, offset=offset)


def mnist(folder, part):
    """Images as bytes, one a row, and labels: of "train" or "t10k"."""
    images = idx(folder, f"{part}-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    return images, idx(folder, f"{part}-labels-idx1-ubyte.gz", 8)


def mix(numbers):
    """The same 32 bits for the same number as generated.js gives."""
    h = numbers.astype(np.uint32) * np.uint32(2654435761) + np.uint32(374761393)
    h ^= h >> np.uint32(15)
    h *= np.uint32(2246822519)
    h ^= h >> np.uint32(13)
    h *= np.uint32(3266489917)
    return h ^ (h >> np.uint32(16))


def generated(rows, columns, density, block=200_000_000):
    """Rows of bytes and labels 0 to 9, the same as generated.js makes."""
    images = np.empty((rows, columns), np.uint8)
    labels = np.empty(rows, np.int64)
    centers = (mix(np.arange(columns * 10) + 77_777_777) % np.uint32(21)).astype(np.float64).reshape(columns, 10) - 10
    step = max(1, block // (8 * columns))
    for first in range(0, rows, step):
        last = min(rows, first + step)
        h = mix(np.arange(first * columns, last * columns, dtype=np.int64))
        cells = np.where(h % np.uint32(1000) < density * 1000, (h >> np.uint32(16)) % np.uint32(255) + np.uint32(1), 0)
        images[first:last] = cells.reshape(last - first, columns)
        labels[first:last] = np.argmax(images[first:last].astype(np.float64) @ centers, axis=1)
    return images, labels


WORDS = 115
TOPIC = 2000


def texts(rows, columns, classes):
    """Texts as weighted counts of words and their classes, the same as generated-rows.js makes."""
    i = np.arange(rows, dtype=np.int64)
    topic = (mix(i + 11_111) % np.uint32(classes)).astype(np.int64)
    other = (mix(i + 33_333) % np.uint32(classes)).astype(np.int64)
    labels = np.where(mix(i + 22_222) % np.uint32(10) == 0, other, topic)
    t = np.arange(rows * WORDS, dtype=np.int64)
    u = mix(t + 44_444) / 2.0**32
    row = t // WORDS
    topical = mix(topic[row] * TOPIC + np.floor(TOPIC * u * u).astype(np.int64) + 66_666) % np.uint32(columns)
    common = np.floor(columns * u * u * u).astype(np.int64)
    column = np.where(mix(t + 55_555_555) % np.uint32(4) == 0, topical.astype(np.int64), common)
    counts = sparse.coo_matrix((np.ones(len(t)), (row, column)), shape=(rows, columns)).tocsr()
    frequency = np.bincount(counts.indices, minlength=columns)
    counts.data *= 1 + np.log(rows / frequency[counts.indices])
    lengths = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    counts.data /= np.repeat(lengths, np.diff(counts.indptr))
    counts.data = counts.data.astype(np.float32).astype(np.float64)
    return counts, labels


def table(rows, columns, classes):
    """A table of badly scaled columns and its labels, the same as generated-rows.js makes."""

    def part(numbers):
        return mix(numbers) / 2.0**32 - 0.5

    at = 3 * np.arange(rows * columns, dtype=np.int64).reshape(rows, columns) + 88_888
    values = part(at) + part(at + 1) + part(at + 2)
    weights = part(np.arange(classes * columns, dtype=np.int64) + 77_777).reshape(classes, columns)
    j = np.arange(columns)
    X = 10.0 ** (j % 7 - 3) * (values + j % 3)
    i = np.arange(rows, dtype=np.int64)
    other = (mix(i + 12_345) % np.uint32(classes)).astype(np.int64)
    return X, np.where(mix(i + 99_999) % np.uint32(10) == 0, other, np.argmax(values @ weights.T, axis=1))
