import '../shared/shared.css';
import '../shared/page.css';
import '../shared/figures.css';
import '../shared/chart/chart.css';
import './training-curve.css';

import { trainingCurveContract } from '../../protocol/webviews/training-curve.js';
import { start } from '../shared/start.js';
import { TrainingCurvePage } from './page.js';

start(trainingCurveContract, TrainingCurvePage);
