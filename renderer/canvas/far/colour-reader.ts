/** Tokens say both themes at once; only the page knows which half counts. */
export function colourReader(element: HTMLElement): (colour: string) => string {
  const known = new Map<string, string>();
  // Where motion is reduced everything has a transition of no length, and its beginning would be read.
  element.style.transition = 'none';
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    element.style.color = colour;
    const read = getComputedStyle(element).color;
    known.set(colour, read);
    return read;
  };
}
