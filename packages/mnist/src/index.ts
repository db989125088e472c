export { loadMnist, type LoadMnistOptions, type MnistImages } from './node/load-mnist.js';
