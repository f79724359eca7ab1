const still = [{ transform: 'translate(0)' }, { transform: 'translate(0)' }];

/**
 * Lets what moves with every frame of panning be moved as a finished picture, instead of being painted again with all
 * around it. The browser does that only while a transform is being animated, so the element gets an animation that
 * adds nothing and stands still. `will-change` does it by half, and keeps texts blurred after zooming. The answer ends it.
 */
export function giveOwnLayer(element: Element | null | undefined): () => void {
  // Where nothing is ever painted, as in tests, nothing has to be moved either.
  const layer = element?.animate?.(still, { duration: 1, composite: 'add' });
  layer?.pause();
  return () => layer?.cancel();
}
