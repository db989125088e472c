import '../shared/shared.css';
import '../shared/controls.css';
import './draw.css';

import { drawContract } from '../../protocol/webviews/draw.js';
import { start } from '../shared/start.js';
import { DrawPage } from './page.js';

start(drawContract, DrawPage);
