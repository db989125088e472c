import '../shared/shared.css';
import '../shared/page.css';
import '../shared/figures.css';
import '../shared/matrix/matrix.css';
import '../shared/virtual-table.css';
import './confusion-matrix.css';

import { confusionMatrixContract } from '../../protocol/webviews/confusion-matrix.js';
import { start } from '../shared/start.js';
import { ConfusionMatrixPage } from './page.js';

start(confusionMatrixContract, ConfusionMatrixPage);
