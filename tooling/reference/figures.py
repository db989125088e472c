"""Draws the figures of the scikit-learn tutorial with matplotlib and seaborn, to lay beside Tenfold's own.

    python tooling/reference/figures.py FOLDER [--colors packages/visualization/test/golden/colors.json]

Writes digits.png, seaborn.png, matplotlib.png and misclassified.png into FOLDER; none of them is committed.
With --colors it also writes the colour maps that the tests of @tenfold/visualization compare with.
"""

import argparse
import json
import pathlib

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns
import sklearn
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.multiclass import OneVsRestClassifier


def draw_digits(images, titles, path, size):
    plt.figure(figsize=(20, 4))
    for index, (image, title) in enumerate(zip(images, titles)):
        plt.subplot(1, len(titles), index + 1)
        plt.imshow(np.reshape(image, (8, 8)), cmap=plt.cm.gray)
        plt.title(title, fontsize=size)
    plt.savefig(path)
    plt.close()


def draw_seaborn(matrix, score, path):
    plt.figure(figsize=(9, 9))
    sns.heatmap(matrix, annot=True, fmt=".3f", linewidths=0.5, square=True, cmap="Blues_r")
    plt.ylabel("Actual label")
    plt.xlabel("Predicted label")
    plt.title(f"Accuracy Score: {score}", size=15)
    plt.savefig(path)
    plt.close()


def draw_matplotlib(matrix, path):
    plt.figure(figsize=(9, 9))
    plt.imshow(matrix, interpolation="nearest", cmap="Pastel1")
    plt.title("Confusion matrix", size=15)
    plt.colorbar()
    ticks = np.arange(len(matrix))
    plt.xticks(ticks, [str(tick) for tick in ticks], rotation=45, size=10)
    plt.yticks(ticks, [str(tick) for tick in ticks], size=10)
    plt.tight_layout()
    plt.ylabel("Actual label", size=15)
    plt.xlabel("Predicted label", size=15)
    for row in range(len(matrix)):
        for column in range(len(matrix)):
            plt.annotate(
                str(matrix[row][column]),
                xy=(column, row),
                horizontalalignment="center",
                verticalalignment="center",
            )
    plt.savefig(path)
    plt.close()


def write_colors(path):
    """Each map at 0, 1/1000, ... 1 as #rrggbb, and whether seaborn writes white on it."""
    positions = [step / 1000 for step in range(1001)]
    maps = {}
    for name in ["Blues", "Blues_r", "Pastel1", "gray"]:
        colors = [matplotlib.colormaps[name](position) for position in positions]
        maps[name] = {
            "colors": [matplotlib.colors.to_hex(color) for color in colors],
            "whiteText": [int(sns.utils.relative_luminance(color) <= 0.408) for color in colors],
        }
    golden = {
        "generator": "tooling/reference/figures.py",
        "versions": {"matplotlib": matplotlib.__version__, "seaborn": sns.__version__},
        "positions": "0 to 1 in steps of 1/1000",
        "maps": maps,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--colors", type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)

    digits = load_digits()
    x_train, x_test, y_train, y_test = train_test_split(
        digits.data, digits.target, test_size=0.25, random_state=0
    )
    model = OneVsRestClassifier(LogisticRegression(solver="liblinear", random_state=0)).fit(x_train, y_train)
    predictions = model.predict(x_test)
    score = model.score(x_test, y_test)
    matrix = confusion_matrix(y_test, predictions)
    misses = np.flatnonzero(predictions != y_test)[:5]

    titles = [f"Training: {label}" for label in digits.target[:5]]
    draw_digits(digits.data[:5], titles, arguments.folder / "digits.png", 20)
    draw_seaborn(matrix, score, arguments.folder / "seaborn.png")
    draw_matplotlib(matrix, arguments.folder / "matplotlib.png")
    draw_digits(
        x_test[misses],
        [f"Predicted: {predictions[miss]}, Actual: {y_test[miss]}" for miss in misses],
        arguments.folder / "misclassified.png",
        15,
    )
    if arguments.colors:
        write_colors(arguments.colors)
    print(f"scikit-learn {sklearn.__version__}: accuracy {score}")
    print(matrix)


if __name__ == "__main__":
    main()
