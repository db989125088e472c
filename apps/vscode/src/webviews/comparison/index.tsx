import '../shared/shared.css';
import '../shared/page.css';
import '../shared/figures.css';
import '../shared/chart/chart.css';
import './comparison.css';

import { comparisonContract } from '../../protocol/webviews/comparison.js';
import { start } from '../shared/start.js';
import { ComparisonPage } from './page.js';

start(comparisonContract, ComparisonPage);
