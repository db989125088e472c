"""The data of the contestants: MNIST out of its gzipped files, and the generated rows."""

import gzip
import os

import numpy as np


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
