import type { TrainingServices } from '../train-and-write.js';

/** What the questions take: the worker reads archives, and the context knows what was chosen the last time. */
export type AskServices = Pick<TrainingServices, 'context' | 'training'>;
