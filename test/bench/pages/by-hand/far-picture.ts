import type { HandNode, HandPicture, HandWire } from './hand-picture.ts';

type At = { readonly x: number; readonly y: number; readonly zoom: number };

const fills = { frame: '#f4f5f8', said: '#9cd', context: '#dac', action: '#fc9' } as const;
/** Room around the view, so that moving it a little paints nothing, and how far it is stretched. */
const margin = 320;
const stretch = 1.5;
/** Below this there are no names but those of conversations. */
const namesFrom = 0.28;

/** All there is to see from afar, as one drawing. */
export function makeFarPicture(paper: HTMLCanvasElement) {
  const pen = paper.getContext('2d');
  let picture: HandPicture = { nodes: [], wires: [] };
  let [width, height] = [0, 0];
  let painted: At | null = null;
  let timer = 0;
  const lines = new Map<HandWire, Path2D>();

  const paint = ({ x, y, zoom }: At): void => {
    if (pen === null) return;
    painted = { x, y, zoom };
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, paper.width, paper.height);
    pen.setTransform(zoom, 0, 0, zoom, x + margin, y + margin);
    const [left, top] = [(-x - margin) / zoom, (-y - margin) / zoom];
    const [right, bottom] = [left + paper.width / zoom, top + paper.height / zoom];
    const isIn = (node: HandNode): boolean =>
      node.x < right && node.x + node.width > left && node.y < bottom && node.y + node.height > top;
    const seen = picture.nodes.filter(isIn);
    pen.strokeStyle = '#888';
    for (const node of seen) {
      pen.fillStyle = fills[node.kind];
      pen.beginPath();
      pen.roundRect(node.x, node.y, node.width, node.height, 10);
      pen.fill();
      if (node.kind === 'frame') pen.stroke();
    }
    const ids = new Set(seen.map(({ id }) => id));
    pen.lineWidth = zoom < namesFrom ? 6 : 4;
    for (const wire of picture.wires) {
      const isDrawn = wire.kind === 'transition' || (wire.kind === 'sequence' && zoom >= namesFrom);
      if (!isDrawn || (!ids.has(wire.from) && !ids.has(wire.to))) continue;
      const line = lines.get(wire) ?? new Path2D(wire.path);
      lines.set(wire, line);
      pen.stroke(line);
    }
    pen.lineWidth = 1;
    pen.fillStyle = '#222';
    pen.font = `${zoom < namesFrom ? 84 : 25}px sans-serif`;
    for (const { kind, hasIcon, texts, x: at, y: above } of seen)
      if (zoom >= namesFrom || (kind === 'frame' && hasIcon)) pen.fillText(texts[0] ?? '', at + 17, above + 29);
  };

  /** Where the drawing would have to be for what is to be seen now. */
  const place = ({ x, y, zoom }: At): boolean => {
    if (painted === null) return false;
    const grown = zoom / painted.zoom;
    const [left, top] = [x - (painted.x + margin) * grown, y - (painted.y + margin) * grown];
    paper.style.transform = `translate(${left}px, ${top}px) scale(${grown})`;
    const covers = left <= 0 && top <= 0 && left + paper.width * grown >= width && top + paper.height * grown >= height;
    return covers && grown < stretch && grown > 1 / stretch;
  };

  return {
    paper,
    show: (shown: HandPicture, size: { readonly width: number; readonly height: number }): void => {
      picture = shown;
      [width, height] = [size.width, size.height];
      [paper.width, paper.height] = [width + 2 * margin, height + 2 * margin];
    },
    move: (at: At): void => {
      clearTimeout(timer);
      const again = (): void => {
        paint(at);
        place(at);
      };
      if (!place(at)) again();
      else if (painted?.zoom !== at.zoom) timer = window.setTimeout(again, 120);
    },
  };
}
