/** From where to where a number may go, as it is said; empty where any will do. */
export function rangeWords(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined) return maximum === undefined ? '' : `up to ${maximum}`;
  return maximum === undefined ? `${minimum} or more` : `${minimum} to ${maximum}`;
}
