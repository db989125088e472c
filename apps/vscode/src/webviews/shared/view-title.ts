import { CLASS_MEANS, LINEAR_WEIGHTS, NEIGHBORS, type ShownView } from '../../model/views.js';
import { t } from './text.js';

/** What the button of a view's page says. */
export function viewTitle(view: ShownView): string {
  return {
    [LINEAR_WEIGHTS]: t('Weights as Images'),
    [NEIGHBORS]: t('Nearest Training Images'),
    [CLASS_MEANS]: t('Class Means'),
  }[view];
}
