export { makePipeline } from './make-pipeline.js';
export { Pipeline } from './pipeline.js';
export { type Stages, stagesOf } from './stages.js';
export type {
  AnyPipeline,
  NamedSteps,
  PipelineConstructor,
  PipelineOptions,
  PipelineParams,
  Step,
  StepWeights,
} from './types.js';
