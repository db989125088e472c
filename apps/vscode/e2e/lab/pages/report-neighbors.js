import { reportPage } from '../report-page.js';

/** The report of a run without iterations, whose model has no weights. */
export default function () {
  return reportPage({ params: { nNeighbors: 3 }, estimator: 'knn', views: ['neighbors'] });
}
