import type { ModelServices } from '../models/read-model.js';
import type { RunList } from '../runs/run-list.js';
import type { Jobs } from '../training/jobs.js';
import type { PanelOpener } from '../webview/panel.js';
import type { NeighborQueries } from './neighbor-queries.js';

/** What the methods of panels may use. */
export interface PanelServices extends ModelServices {
  /** The runs of all folders of the window, watched. */
  readonly runList: RunList;
  /** The training jobs of this window, with the curve of each. */
  readonly jobs: Jobs;
  /** The rows that other pages ask the page of neighbours about. */
  readonly neighborQueries: NeighborQueries;
  /** Opens other panels. */
  readonly panels: PanelOpener<PanelServices>;
}
