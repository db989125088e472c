import '../shared/shared.css';
import '../shared/page.css';
import '../shared/virtual-table.css';
import './array.css';

import { arrayContract } from '../../protocol/webviews/array.js';
import { start } from '../shared/start.js';
import { ArrayPage } from './page.js';

start(arrayContract, ArrayPage);
