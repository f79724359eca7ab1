import { cellsOf, squaresOf, type Cells } from './cells.ts';
import { makeFarPicture } from './far-picture.ts';
import { makeMap } from './map.ts';
import type { HandNode, HandPicture, LightChange, LightFrame } from './hand-picture.ts';
import { snap } from '../../../../renderer/canvas/gestures/snap.ts';
import { wirePath } from '../../../../renderer/canvas/wires/wire-path.ts';

/**
 * The same picture with nothing between it and the page: what a canvas costs that does this and nothing else. Near, it
 * draws frames, blocks with their texts, rows and types, signs of kinds and badges, pins, wires with heads and labels, dots,
 * a map with a frame that follows, and the zoom in words; half way out and further a drawing of blocks, wires and names,
 * which is moved and stretched for as long as it shows what is in view.
 */

declare global {
  interface Window {
    showPicture: (picture: HandPicture, size: { readonly width: number; readonly height: number }) => void;
    playLights: (frames: readonly LightFrame[]) => void;
  }
}

/** Below this, all is painted. */
const farZoom = 0.5;

const pane = document.getElementById('root') ?? document.body;
const view = pane.appendChild(document.createElement('div'));
view.className = 'view';
const svg = view.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
svg.innerHTML =
  '<defs><marker id="arrow" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="4" markerHeight="4" orient="auto"><path d="M1,1 L9,5 L1,9 Z"/></marker></defs>';
const add = <Tag extends 'div' | 'canvas'>(tag: Tag, name: string, into: Element) => {
  const made = into.appendChild(document.createElement(tag));
  made.className = name;
  return made;
};
const dots = add('div', 'dots', view);
const far = makeFarPicture(add('canvas', 'far', pane));
const map = makeMap(add('div', 'map', pane));
const percent = add('div', 'percent', pane);

let picture: HandPicture = { nodes: [], wires: [] };
let nodeCells: Cells = new Map();
let wireCells: Cells = new Map();
let [x, y, zoom] = [0, 0, 1];
let square = '';
const drawnNodes = new Map<number, HTMLElement>();
const drawnWires = new Map<number, SVGPathElement>();
const drawnLabels = new Map<number, HTMLElement>();

window.showPicture = (shown, { width, height }) => {
  pane.setAttribute('style', `width: ${width}px; height: ${height}px`);
  picture = shown;
  far.show(shown, { width, height });
  map.show(shown.nodes);
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
  far.paper.hidden = !isFar;
  view.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
  map.frame({ x, y, zoom, width: pane.clientWidth, height: pane.clientHeight });
  const shown = `${Math.round(zoom * 100)} %`;
  if (percent.textContent !== shown) percent.textContent = shown;
  if (isFar) return far.move({ x, y, zoom });
  const area = { x: -x / zoom, y: -y / zoom, width: pane.clientWidth / zoom, height: pane.clientHeight / zoom };
  const squares = [...squaresOf(area)];
  if (squares.join() === square) return;
  square = squares.join();
  const [left, top] = [Math.floor(area.x / 512) * 512, Math.floor(area.y / 512) * 512];
  dots.style.cssText = `left:${left}px;top:${top}px;width:${area.width + 1024}px;height:${area.height + 1024}px`;
  const seen = (cells: Cells): Set<number> => new Set(squares.flatMap((one) => cells.get(one) ?? []));
  draw(seen(nodeCells), drawnNodes, (index) => view.appendChild(nodeElement(picture.nodes[index])));
  const wires = seen(wireCells);
  draw(wires, drawnWires, (index) => svg.appendChild(wireElement(index)));
  const labelled = new Set([...wires].filter((index) => picture.wires[index]?.label != null));
  draw(labelled, drawnLabels, (index) => view.appendChild(labelElement(index)));
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
  element.dataset['key'] = node.id;
  const layer = node.kind === 'frame' ? 0 : 2;
  element.style.cssText = `left:${node.x}px;top:${node.y}px;width:${node.width}px;height:${node.height}px;z-index:${layer}`;
  if (node.hasIcon) element.insertAdjacentHTML('beforeend', sign);
  for (const [index, text] of node.texts.entries()) element.appendChild(textElement(node, index, text));
  for (const type of node.types) element.appendChild(document.createElement('code')).textContent = type;
  for (let badge = 0; badge < node.badges; badge += 1)
    element.insertAdjacentHTML('beforeend', `<em class="badge" style="right:${8 + 22 * badge}px">${sign}</em>`);
  for (const [left, top] of node.pins)
    element.appendChild(document.createElement('i')).style.cssText = `left:${left}px;top:${top}px`;
  return element;
}

/** Stands for the signs of kinds, conditions and behaviours. */
const sign =
  '<svg class="sign" viewBox="0 0 24 24"><path d="M3 5h18l-7 8v6l-4 2v-8z"/><path d="M19 21v-2a4 4 0 0 0-4-4H9"/></svg>';

/** The first text is the small one; the last are rows, each with a light of its own. */
function textElement({ id, texts }: HandNode, index: number, text: string): HTMLElement {
  const element = document.createElement(index === 0 ? 'b' : 'span');
  element.dataset['key'] = `${id} row ${texts.length - index}`;
  element.textContent = text;
  return element;
}

function wireElement(index: number): SVGPathElement {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.dataset['kind'] = picture.wires[index]?.kind;
  path.dataset['key'] = picture.wires[index]?.id;
  path.setAttribute('d', picture.wires[index]?.path ?? '');
  return path;
}

function labelElement(index: number): HTMLElement {
  const label = document.createElement('div');
  const wire = picture.wires[index];
  label.className = 'label';
  label.insertAdjacentHTML('beforeend', sign);
  label.append(wire?.label ?? '');
  label.style.cssText = `left:${(wire?.start.x ?? 0) + 14}px;top:${(wire?.start.y ?? 0) + 7}px`;
  return label;
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

const guides = ['x', 'y'].map((axis) => {
  const line = view.appendChild(document.createElement('div'));
  line.className = 'guide';
  return { axis, line };
});

/** A drag: the node, the wires that end at it with their labels, and lines where it stands in line with others in view. */
pane.addEventListener('mousedown', (event) => {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('.node') : null;
  const node = picture.nodes.find(({ id }) => id === element?.dataset['id']);
  if (element === null || node === undefined) return;
  const wires = [...drawnWires].flatMap(([index, path]) => {
    const wire = picture.wires[index];
    return wire !== undefined && (wire.from === node.id || wire.to === node.id) ? [{ ...wire, path, index }] : [];
  });
  const others = [...drawnNodes.keys()].flatMap((index) => {
    const other = picture.nodes[index];
    return other === undefined || other === node || other.kind === 'frame' ? [] : [other];
  });
  element.style.zIndex = '3';
  const onMove = (move: MouseEvent): void => {
    const [awayX, awayY] = [(move.clientX - event.clientX) / zoom, (move.clientY - event.clientY) / zoom];
    const found = snap({ ...node, x: node.x + awayX, y: node.y + awayY }, others, 5 / zoom);
    const by = { x: awayX + found.shift.x, y: awayY + found.shift.y };
    element.style.transform = `translate(${by.x}px, ${by.y}px)`;
    for (const { wire, start, end, path, index } of wires) {
      const from = wire.from.node === node.id ? { ...start, x: start.x + by.x, y: start.y + by.y } : start;
      const to = wire.to.node === node.id ? { ...end, x: end.x + by.x, y: end.y + by.y } : end;
      path.setAttribute('d', wirePath(wire, from, to, to.y - wire.to.y, null));
      const label = drawnLabels.get(index);
      if (label !== undefined && from !== start) label.style.transform = element.style.transform;
    }
    for (const { axis, line } of guides) {
      const guide = found.guides.find((one) => one.axis === axis);
      if (guide === undefined) line.style.transform = 'scale(0)';
      else if (axis === 'x')
        line.style.transform = `translate(${guide.at}px, ${guide.from}px) scale(1, ${guide.to - guide.from})`;
      else line.style.transform = `translate(${guide.from}px, ${guide.at}px) scale(${guide.to - guide.from}, 1)`;
    }
  };
  window.addEventListener('mousemove', onMove);
  window.addEventListener('mouseup', () => window.removeEventListener('mousemove', onMove), { once: true });
});

/** The lights of a talk as our canvas showed them, frame by frame and over again: as many, of the same looks. */
let playing = 0;
window.playLights = (frames) => {
  let next = 0;
  const begun = performance.now();
  cancelAnimationFrame(playing);
  if (frames.length === 0) return;
  const show = ({ of, light, note }: LightChange): void => {
    const element = view.querySelector(`[data-key="${CSS.escape(of)}"]`);
    if (element === null) return;
    if (light === null) element.removeAttribute('data-light');
    else element.setAttribute('data-light', light);
    element.querySelector('.note')?.remove();
    if (note === null) return;
    const shown = element.appendChild(document.createElement('em'));
    shown.className = 'note';
    shown.textContent = note;
  };
  const play = (now: number): void => {
    for (; next < ((now - begun) * 60) / 1000; next += 1)
      for (const change of frames[next % frames.length] ?? []) show(change);
    playing = requestAnimationFrame(play);
  };
  playing = requestAnimationFrame(play);
};
requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset['ready'] = 'true')));
