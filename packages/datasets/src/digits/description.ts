/** The description of the digits. */
export const DIGITS_DESCRIPTION = `Optical recognition of handwritten digits

1797 grey images of 8 x 8 pixels, 64 columns, 10 classes (the digits 0 to 9), no missing values.

Forty-three people wrote digits on forms. Each digit was scanned to a bitmap of 32 x 32 pixels; a pixel here
counts the dark ones in a block of 4 x 4, so it is a whole number from 0 (paper) to 16 (ink). These are the images
of the 13 people whom the original authors kept for testing.

Source: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository,
1998, doi:10.24432/C50P49; the same rows in the same order as scikit-learn's load_digits.
Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
`;
