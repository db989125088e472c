import '../shared/shared.css';
import '../shared/controls.css';
import '../weights/weights.css';
import './model.css';

import { modelContract } from '../../protocol/webviews/model.js';
import { start } from '../shared/start.js';
import { ModelPage } from './page.js';

start(modelContract, ModelPage);
