/** The confusion matrix of the tutorial's logistic regression on the digits. */
export const tutorialMatrix: number[][] = [
  [37, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 39, 0, 0, 0, 0, 2, 0, 2, 0],
  [0, 0, 41, 3, 0, 0, 0, 0, 0, 0],
  [0, 0, 1, 43, 0, 0, 0, 0, 0, 1],
  [0, 0, 0, 0, 38, 0, 0, 0, 0, 0],
  [0, 1, 0, 0, 0, 47, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 52, 0, 0, 0],
  [0, 1, 0, 1, 1, 0, 0, 45, 0, 0],
  [0, 3, 1, 0, 0, 0, 0, 0, 43, 1],
  [0, 0, 0, 1, 0, 1, 0, 0, 1, 44],
];

/** Three classes, with a mistake of each size. */
export const smallMatrix = [
  [50, 0, 1],
  [4, 30, 16],
  [0, 0, 48],
];

/** The first of scikit-learn's digits, a 0 and a 1, values 0 to 16. */
export const twoDigits = [
  [
    0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0, 0, 3, 15, 2, 0, 11, 8, 0, 0, 4, 12, 0, 0, 8, 8, 0, 0,
    5, 8, 0, 0, 9, 8, 0, 0, 4, 11, 0, 1, 12, 7, 0, 0, 2, 14, 5, 10, 12, 0, 0, 0, 0, 6, 13, 10, 0, 0, 0,
  ],
  [
    0, 0, 0, 12, 13, 5, 0, 0, 0, 0, 0, 11, 16, 9, 0, 0, 0, 0, 3, 15, 16, 6, 0, 0, 0, 7, 15, 16, 16, 2, 0, 0,
    0, 0, 1, 16, 16, 3, 0, 0, 0, 0, 1, 16, 16, 6, 0, 0, 0, 0, 1, 16, 16, 6, 0, 0, 0, 0, 0, 11, 16, 10, 0, 0,
  ],
];

/** Texts that try to be markup, escape sequences or broken text. */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'&amp;&lt;]]>",
  '\u001b[31mred\u001b[0m\u0007',
  '\u0000\ud800 half \udc00',
  '</title></svg></style>',
  '\u202egnp.exe',
  'line\nbreak\ttab',
];
