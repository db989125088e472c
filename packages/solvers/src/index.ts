export type { IterationReport, Objective, OnIteration, SecondOrderObjective, SolverResult } from './types.js';
