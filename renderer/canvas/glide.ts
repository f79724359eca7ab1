/** A moving view, unless the person asked for less motion. Straight there: stopped half-way, the zoom is still right. */
export const glide = (): { readonly duration: number; readonly interpolate: 'linear' } => ({
  duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240,
  interpolate: 'linear',
});
