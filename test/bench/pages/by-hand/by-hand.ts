import { cellsOf, squaresOf, type Cells } from './cells.ts';
import type { HandNode, HandPicture } from './hand-picture.ts';

/** The same picture with nothing between it and the page: what a canvas costs that does this and nothing else. */

declare global {
  interface Window {
    showPicture: (picture: HandPicture, size: { readonly width: number; readonly height: number }) => void;
    lightNode: (id: string) => void;
  }
}

/** Below this, all is painted. */
const farZoom = 0.28;

const pane = document.getElementById('root') ?? document.body;
const view = pane.appendChild(document.createElement('div'));
view.className = 'view';
const svg = view.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
const paper = pane.appendChild(document.createElement('canvas'));
paper.className = 'far';

let picture: HandPicture = { nodes: [], wires: [] };
let nodeCells: Cells = new Map();
let wireCells: Cells = new Map();
let [x, y, zoom] = [0, 0, 1];
let square = '';
const drawnNodes = new Map<number, HTMLElement>();
const drawnWires = new Map<number, SVGPathElement>();

window.showPicture = (shown, { width, height }) => {
  pane.setAttribute('style', `width: ${width}px; height: ${height}px`);
  [paper.width, paper.height] = [width, height];
  picture = shown;
  nodeCells = cellsOf(shown.nodes);
  const boxes = new Map(shown.nodes.map((node) => [node.id, node]));
  wireCells = cellsOf(shown.wires.map(({ from, to }) => between(boxes.get(from), boxes.get(to))));
  move();
};

function between(from: HandNode | undefined, to: HandNode | undefined) {
  if (from === undefined || to === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  const width = Math.max(from.x + from.width, to.x + to.width) - left;
  return { x: left, y: top, width, height: Math.max(from.y + from.height, to.y + to.height) - top };
}

function move(): void {
  const isFar = zoom < farZoom;
  view.hidden = isFar;
  paper.hidden = !isFar;
  view.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
  if (isFar) return paint();
  const area = { x: -x / zoom, y: -y / zoom, width: pane.clientWidth / zoom, height: pane.clientHeight / zoom };
  const squares = [...squaresOf(area)];
  if (squares.join() === square) return;
  square = squares.join();
  const seen = (cells: Cells): Set<number> => new Set(squares.flatMap((one) => cells.get(one) ?? []));
  draw(seen(nodeCells), drawnNodes, (index) => view.appendChild(nodeElement(picture.nodes[index])));
  draw(seen(wireCells), drawnWires, (index) => svg.appendChild(wireElement(index)));
}

function draw<Drawn extends Element>(
  seen: Set<number>,
  drawn: Map<number, Drawn>,
  make: (index: number) => Drawn,
): void {
  for (const [index, element] of drawn) {
    if (seen.has(index)) continue;
    element.remove();
    drawn.delete(index);
  }
  for (const index of seen) if (!drawn.has(index)) drawn.set(index, make(index));
}

function nodeElement(node: HandNode | undefined): HTMLElement {
  const element = document.createElement('div');
  if (node === undefined) return element;
  element.className = 'node';
  element.dataset['kind'] = node.kind;
  element.dataset['id'] = node.id;
  const layer = node.kind === 'frame' ? 0 : 2;
  element.style.cssText = `left:${node.x}px;top:${node.y}px;width:${node.width}px;height:${node.height}px;z-index:${layer}`;
  for (const [index, text] of node.texts.entries())
    element.appendChild(document.createElement(index === 0 ? 'b' : 'span')).textContent = text;
  for (const [left, top] of node.pins)
    element.appendChild(document.createElement('i')).style.cssText = `left:${left}px;top:${top}px`;
  return element;
}

function wireElement(index: number): SVGPathElement {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.dataset['kind'] = picture.wires[index]?.kind;
  path.setAttribute('d', picture.wires[index]?.path ?? '');
  return path;
}

const fills = { frame: '#f4f5f8', said: '#9cd', context: '#dac', action: '#fc9' } as const;

function paint(): void {
  const pen = paper.getContext('2d');
  if (pen === null) return;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, paper.width, paper.height);
  pen.setTransform(zoom, 0, 0, zoom, x, y);
  const area = { left: -x / zoom, top: -y / zoom, right: (paper.width - x) / zoom, bottom: (paper.height - y) / zoom };
  for (const node of picture.nodes) {
    const isAside = node.x > area.right || node.x + node.width < area.left;
    if (isAside || node.y > area.bottom || node.y + node.height < area.top) continue;
    pen.fillStyle = fills[node.kind];
    pen.fillRect(node.x, node.y, node.width, node.height);
  }
}

pane.addEventListener('wheel', (event) => {
  event.preventDefault();
  if (event.ctrlKey) {
    const { left, top } = pane.getBoundingClientRect();
    const [atX, atY] = [event.clientX - left, event.clientY - top];
    const next = Math.min(2, Math.max(0.05, zoom * 2 ** (-event.deltaY / 500)));
    [x, y] = [atX - ((atX - x) * next) / zoom, atY - ((atY - y) * next) / zoom];
    zoom = next;
  } else [x, y] = [x - event.deltaX / 2, y - event.deltaY / 2];
  move();
});

pane.addEventListener('mousedown', (event) => {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('.node') : null;
  const id = element?.dataset['id'];
  if (element === null || id === undefined) return;
  const wires = [...drawnWires].filter(([index]) =>
    [picture.wires[index]?.from, picture.wires[index]?.to].includes(id),
  );
  const onMove = (move: MouseEvent): void => {
    const [byX, byY] = [(move.clientX - event.clientX) / zoom, (move.clientY - event.clientY) / zoom];
    element.style.transform = `translate(${byX}px, ${byY}px)`;
    for (const [index, path] of wires) path.setAttribute('d', `${picture.wires[index]?.path ?? ''} l${byX},${byY}`);
  };
  window.addEventListener('mousemove', onMove);
  window.addEventListener('mouseup', () => window.removeEventListener('mousemove', onMove), { once: true });
});

let lit: HTMLElement | null = null;
window.lightNode = (id) => {
  lit?.removeAttribute('data-lit');
  lit = view.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  lit?.setAttribute('data-lit', '');
};
requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset['ready'] = 'true')));
