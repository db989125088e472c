import { fetchMnist } from 'tenfold';

/** MNIST's images and labels: the first `rows` of the 60,000 for training, and the 10,000 for testing. */
export async function mnist(folder, rows = 60_000) {
  const { data, target } = await fetchMnist({ dataHome: folder });
  return {
    images: data.rowRange(0, rows),
    labels: target.subarray(0, rows),
    testImages: data.rowRange(60_000, 70_000),
    testLabels: target.subarray(60_000),
  };
}
