/** Numbers of things by the squares they touch. */
export type Cells = ReadonlyMap<string, readonly number[]>;
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const size = 512;

export function* squaresOf({ x, y, width, height }: Box): Generator<string> {
  for (let across = Math.floor(x / size); across * size <= x + width; across += 1)
    for (let down = Math.floor(y / size); down * size <= y + height; down += 1) yield `${across} ${down}`;
}

export function cellsOf(boxes: readonly Box[]): Cells {
  const cells = new Map<string, number[]>();
  for (const [index, box] of boxes.entries())
    for (const square of squaresOf(box)) {
      const known = cells.get(square);
      if (known === undefined) cells.set(square, [index]);
      else known.push(index);
    }
  return cells;
}
