import '../shared/shared.css';
import '../shared/controls.css';
import './weights.css';

import { weightsContract } from '../../protocol/webviews/weights.js';
import { start } from '../shared/start.js';
import { WeightsPage } from './page.js';

start(weightsContract, WeightsPage);
