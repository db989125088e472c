import '../shared/shared.css';
import '../shared/controls.css';
import '../weights/weights.css';
import './neighbors.css';

import { neighborsContract } from '../../protocol/webviews/neighbors.js';
import { start } from '../shared/start.js';
import { NeighborsPage } from './page.js';

start(neighborsContract, NeighborsPage);
