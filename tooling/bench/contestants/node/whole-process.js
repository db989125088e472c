// node whole-process.js FOLDER ITERATIONS: all that a script does, from its start to the printed accuracy. MNIST comes
// gzipped. With a third argument, an objective, it prints how many iterations it takes to get there instead.
import process from 'node:process';
import { LogisticRegression, fetchMnist, trainTestSplit } from 'tenfold';

const [folder, iterations, objective] = process.argv.slice(2);
const { data, target } = await fetchMnist({ dataHome: folder, order: 'mldata' });
const [xTrain, xTest, yTrain, yTest] = trainTestSplit(data, target, { testSize: 1 / 7, randomState: 0 });

if (objective === undefined) {
  const model = new LogisticRegression({ maxIter: Number(iterations), tol: 1e-12 });
  await model.fit(xTrain, yTrain);
  const accuracy = model.score(xTest, yTest);
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ accuracy, objective: model.objective / xTrain.rows, peak }));
} else {
  const { count } = await import('./fit.js');
  const found = await count({ tol: 1e-12 }, xTrain, yTrain, Number(objective));
  console.log(JSON.stringify({ iterations: found }));
}
