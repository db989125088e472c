import { reportPage } from '../report-page.js';

/** The report of a run that this window has trained, with its curve. */
export default function () {
  return reportPage({ params: { solver: 'lbfgs' }, views: ['linear-weights'] });
}
