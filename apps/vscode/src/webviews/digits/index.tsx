import '../shared/shared.css';
import '../shared/page.css';
import '../shared/virtual-table.css';
import './digits.css';

import { digitsContract } from '../../protocol/webviews/digits.js';
import { start } from '../shared/start.js';
import { DigitsPage } from './page.js';

start(digitsContract, DigitsPage);
