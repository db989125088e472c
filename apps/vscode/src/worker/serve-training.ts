import { Channel, type Handlers, type Port } from '../protocol/channel.js';
import { hostContract, trainingContract } from '../protocol/training.js';

/** Serves the training contract over a port. */
export function serveTraining(port: Port): void {
  const later = (): never => {
    throw new Error('Not there yet.');
  };
  const handlers: Handlers<typeof trainingContract> = {
    describe: later,
    labels: later,
    images: later,
    train: later,
    evaluate: later,
    predict: later,
  };
  new Channel({ port, calls: hostContract, serves: trainingContract, handlers });
}
