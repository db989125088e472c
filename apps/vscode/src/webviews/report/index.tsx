import '../shared/shared.css';
import '../shared/page.css';
import '../shared/figures.css';
import '../shared/chart/chart.css';
import '../shared/matrix/matrix.css';
import './report.css';

import { reportContract } from '../../protocol/webviews/report.js';
import { start } from '../shared/start.js';
import { ReportPage } from './page.js';

start(reportContract, ReportPage);
