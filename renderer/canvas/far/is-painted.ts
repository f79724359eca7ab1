import type { Picture } from '../project-to-flow.ts';
import type { Detail } from '../use-detail.ts';

/** A small scenario is drawn by the page at every zoom; of a large one, all but the near view would be thousands of elements. */
const mostDrawn = 200;

/** Whether all there is to see is painted on one canvas, and only what is in hand is an element of the page. */
export const isPainted = ({ spots }: Pick<Picture, 'spots'>, detail: Detail): boolean =>
  detail !== 'full' && isLarge(spots);

export const isLarge = (spots: Picture['spots']): boolean => spots.size > mostDrawn;
