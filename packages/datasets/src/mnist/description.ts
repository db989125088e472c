/** The description of MNIST. */
export const MNIST_DESCRIPTION = `The MNIST database of handwritten digits

70,000 grey images of 28 x 28 pixels, 784 columns, 10 classes (the digits 0 to 9), no missing values: 60,000 to
train on, then 10,000 to test on. A pixel is a whole number from 0 (paper) to 255 (ink). Each digit was scaled to fit
20 x 20 pixels and centred by its mass.

In the order 'mldata' the images of each of the two parts are sorted by their digit, those of one digit in their
original order, as in the data set "MNIST original" of mldata.org.

Source: Yann LeCun and Corinna Cortes, from NIST's Special Databases 1 and 3.
Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, Gradient-based learning applied to document recognition,
Proceedings of the IEEE 86(11), 2278-2324, 1998, doi:10.1109/5.726791.
Licence: CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/
`;
