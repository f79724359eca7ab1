import type { KeyboardEvent, PointerEvent } from 'react';
import type { AttributeType } from '../../../shared/model/attribute-type.ts';
import { findAction } from '../../app/actions/all-actions.ts';
import { matchesShortcut } from '../../app/actions/shortcut.ts';
import { useStudio } from '../../state/studio.ts';
import { useCanvas } from '../canvas-store.ts';
import { typeHue } from '../type-hue.ts';
import { useWireStart } from '../use-wire-start.ts';
import { endName } from '../wires/end-name.ts';
import type { Pin } from '../wires/wire-end.ts';
import './pin-dot.css';

type PinDotProps = {
  readonly node: string;
  readonly pin: Pin;
  readonly type?: AttributeType;
  readonly state?: string;
  /** Tab reaches the pins of what is selected, not all pins there are. */
  readonly reachable: boolean;
  /** A wire being pulled would be joined to it. */
  readonly isOver: boolean;
};

/** Which of a node's pins a wire being pulled is over. Asked once for a node, not by each of its pins. */
export const usePinUnderWire = (pins: readonly Pin[]): Pin | null =>
  useCanvas(({ pulled }) => {
    const over = pulled?.over ?? null;
    return over === null ? null : (pins.find(({ end }) => end === over) ?? null);
  });

/** A pin: pull a wire from it, or press it to choose what it should be joined to. */
export function PinDot({ node, pin, type, state, reachable, isOver }: PinDotProps) {
  const studio = useStudio();
  const wires = useWireStart();
  const { end } = pin;
  const style = { left: pin.x, top: pin.y };
  const hue = type === undefined ? undefined : typeHue(type);
  if (end === null)
    return <span className="pin" data-type={hue} data-state={state} data-side={pin.side} style={style} />;
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button === 0) wires.pull(event, node, pin, end);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const connect = findAction(studio, 'edit.connect')?.shortcut ?? null;
    const isConnect = connect !== null && matchesShortcut(connect, event, studio.platform);
    // With a modifier it is a key of the window.
    const isPress = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isConnect && !isPress) return;
    event.preventDefault();
    event.stopPropagation();
    wires.choose(event.currentTarget, end);
  };
  return (
    <button
      type="button"
      className="pin nodrag nopan"
      data-pin={end.kind}
      data-pin-id={pin.id}
      data-type={hue}
      data-state={state}
      data-side={pin.side}
      data-over={isOver || undefined}
      style={style}
      tabIndex={reachable ? 0 : -1}
      aria-label={`Connect ${endName(end)}`}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
