import { beforeEach, vi } from 'vitest';

/** Rows are drawn as far as they are in view, and a simulated document has no size of its own. */
export function givePanelsSize(height = 600): void {
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(height);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(26);
    HTMLElement.prototype.scrollTo = () => undefined;
  });
}
