import '../shared/shared.css';
import '../shared/page.css';
import '../shared/virtual-table.css';
import './misclassified.css';

import { misclassifiedContract } from '../../protocol/webviews/misclassified.js';
import { start } from '../shared/start.js';
import { MisclassifiedPage } from './page.js';

start(misclassifiedContract, MisclassifiedPage);
