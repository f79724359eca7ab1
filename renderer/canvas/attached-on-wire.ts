import type { MouseEvent as ReactMouseEvent } from 'react';
import type { Command } from '../../shared/commands/command.ts';
import type { Picture } from './project-to-flow.ts';
import { insertionOn } from './wires/wire-insertions.ts';

/** An action that nobody uses yet runs where the wire is that it is dropped on. */
export function attachedOnWire(
  picture: Picture,
  [id, ...others]: readonly string[],
  event: MouseEvent | TouchEvent | ReactMouseEvent,
): Extract<Command, { kind: 'action.attach' }> | null {
  const box = picture.spots.get(id ?? '')?.box;
  if (others.length > 0 || box?.kind !== 'action' || box.use !== null || box.action === null) return null;
  if (!('clientX' in event)) return null;
  const under = document.elementsFromPoint(event.clientX, event.clientY);
  const wireId = under.flatMap((element) => element.closest('[data-wire]')?.getAttribute('data-wire') ?? [])[0];
  const wire = picture.wires.find((one) => one.id === wireId);
  const place = wire === undefined ? null : insertionOn(picture, wire);
  return place === null ? null : { kind: 'action.attach', action: box.action.id, ...place };
}
