import { Tooltip, type TooltipProps } from '@mantine/core';
import { cloneElement, useEffect, useId, useState, type PointerEvent, type ReactElement, type ReactNode } from 'react';

type Pointed = {
  readonly onPointerEnter?: ((event: PointerEvent<HTMLElement>) => void) | undefined;
  readonly onPointerLeave?: ((event: PointerEvent<HTMLElement>) => void) | undefined;
  readonly 'aria-describedby'?: string | undefined;
};

type HintProps = Pick<TooltipProps, 'multiline' | 'w' | 'position'> & {
  readonly label: ReactNode;
  readonly disabled?: boolean;
  readonly children: ReactElement<Pointed & Record<string, unknown>>;
};

/** Whoever only crosses it on the way elsewhere is not told. */
const patience = 450;

/**
 * Says what something is while it is pointed at. A window has dozens of these and shows one of them now and then, so all
 * that a tooltip needs to be ready is made when its element is first pointed at: it was a third of drawing the window.
 */
export function Hint({ label, disabled = false, children, ...look }: HintProps) {
  const id = useId();
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [isPointedAt, setPointedAt] = useState(false);
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    if (!isPointedAt) return undefined;
    const timer = setTimeout(() => setShown(true), patience);
    const hideOnEscape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setPointedAt(false);
    };
    document.addEventListener('keydown', hideOnEscape, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', hideOnEscape, true);
      setShown(false);
    };
  }, [isPointedAt]);

  const { onPointerEnter, onPointerLeave, 'aria-describedby': describedBy } = children.props;
  const isOpen = isShown && !disabled;
  return (
    <>
      {cloneElement(children, {
        onPointerEnter: (event) => {
          onPointerEnter?.(event);
          if (event.pointerType === 'touch') return;
          setTarget(event.currentTarget);
          setPointedAt(true);
        },
        onPointerLeave: (event) => {
          onPointerLeave?.(event);
          setPointedAt(false);
        },
        'aria-describedby': isOpen ? id : describedBy,
      })}
      {target !== null && <Tooltip {...look} target={target} opened={isOpen} label={<span id={id}>{label}</span>} />}
    </>
  );
}
