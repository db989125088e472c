export { MinMaxScaler } from './min-max-scaler/min-max-scaler.js';
export type { MinMaxScalerOptions } from './min-max-scaler/options.js';
export type { MinMaxScalerSettings } from './min-max-scaler/params.js';
export { StandardScaler } from './standard-scaler/standard-scaler.js';
export type { StandardScalerOptions } from './standard-scaler/options.js';
export type { StandardScalerSettings } from './standard-scaler/params.js';
