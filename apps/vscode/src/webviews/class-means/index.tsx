import '../shared/shared.css';
import '../shared/controls.css';
import '../weights/weights.css';
import './class-means.css';

import { classMeansContract } from '../../protocol/webviews/class-means.js';
import { start } from '../shared/start.js';
import { ClassMeansPage } from './page.js';

start(classMeansContract, ClassMeansPage);
