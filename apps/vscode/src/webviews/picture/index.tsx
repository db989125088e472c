import '../shared/shared.css';

import { pictureContract } from '../../protocol/webviews/picture.js';
import { start } from '../shared/start.js';
import { PicturePage } from './page.js';

start(pictureContract, PicturePage);
