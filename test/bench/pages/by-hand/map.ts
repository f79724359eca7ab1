import type { HandNode } from './hand-picture.ts';

type View = {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
};

const size = { width: 144, height: 96 };

/** All of it in a corner, painted once, with a frame that follows the view. */
export function makeMap(map: HTMLElement) {
  const [all, frame] = [0, 1].map(() => {
    const paper = map.appendChild(document.createElement('canvas'));
    [paper.width, paper.height] = [size.width, size.height];
    return paper.getContext('2d');
  });
  let scale = 1;
  return {
    show: (nodes: readonly HandNode[]): void => {
      const [right, bottom] = [
        Math.max(...nodes.map((node) => node.x + node.width)),
        Math.max(...nodes.map((node) => node.y + node.height)),
      ];
      scale = Math.min(size.width / right, size.height / bottom);
      if (all === null || all === undefined) return;
      all.scale(scale, scale);
      all.fillStyle = '#9cd';
      for (const { x, y, width, height } of nodes) all.fillRect(x, y, width, height);
    },
    frame: ({ x, y, zoom, width, height }: View): void => {
      if (frame === null || frame === undefined) return;
      const fine = scale / zoom;
      frame.clearRect(0, 0, size.width, size.height);
      frame.strokeRect(-x * fine, -y * fine, width * fine, height * fine);
    },
  };
}
