import '../shared/shared.css';

import { confusionMatrixContract } from '../../protocol/webviews/confusion-matrix.js';
import { start } from '../shared/start.js';
import { ConfusionMatrixPage } from './page.js';

start(confusionMatrixContract, ConfusionMatrixPage);
