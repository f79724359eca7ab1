import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import './drop-down.css';

type DropDownProps = {
  /** What it hangs from, and is as wide as. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Somebody pressed elsewhere. */
  readonly onAway: () => void;
  readonly children: ReactNode;
};

const gap = 3;
const margin = 8;

/** A list that hangs from a field, over everything else; above it where there is more room. */
export function DropDown({ anchor, onAway, children }: DropDownProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      const [element, field] = [box.current, anchor.current?.getBoundingClientRect()];
      if (element === null || field === undefined) return;
      const below = window.innerHeight - field.bottom - gap - margin;
      const above = field.top - gap - margin;
      const isAbove = element.offsetHeight > below && above > below;
      Object.assign(element.style, {
        left: `${field.left}px`,
        width: `${field.width}px`,
        maxHeight: `${Math.max(80, isAbove ? above : below)}px`,
        top: isAbove ? 'auto' : `${field.bottom + gap}px`,
        bottom: isAbove ? `${window.innerHeight - field.top + gap}px` : 'auto',
      });
    };
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  });
  useEffect(() => {
    const onPress = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (box.current?.contains(target) !== true && anchor.current?.contains(target) !== true) onAway();
    };
    window.addEventListener('pointerdown', onPress, { capture: true });
    return () => window.removeEventListener('pointerdown', onPress, { capture: true });
  }, [anchor, onAway]);
  return createPortal(
    <div ref={box} className="drop-down">
      {children}
    </div>,
    document.body,
  );
}
