import { digitsRun } from '../digits-run.js';

/** An output of a notebook: the tutorial's confusion matrix. Shot as `shoot.js notebook`. */
export default async function () {
  const { result } = await digitsRun();
  return {
    output: { classes: result.classes, confusionMatrix: result.confusionMatrix },
    handlers: {},
    scenes: {
      seaborn: (page) => page.getByLabel('Style').selectOption('seaborn'),
    },
  };
}
