import { useState, type DragEvent, type ReactNode } from 'react';
import { Hint } from '../ui/hint.tsx';

type TileProps = {
  readonly id: string;
  /** What is shown beside it while it is pointed at. */
  readonly look: ReactNode;
  /** Tab reaches one tile; the arrows reach the others. */
  readonly isStop: boolean;
  readonly onInsert: () => void;
  readonly onCarry: (event: DragEvent) => void;
  readonly children: ReactNode;
};

/** Something to drag onto the canvas; a click or Enter inserts it. */
export function Tile({ id, look, isStop, onInsert, onCarry, children }: TileProps) {
  const [isCarried, setCarried] = useState(false);
  return (
    <Hint label={look} multiline w={232} position="right" disabled={isCarried}>
      <button
        type="button"
        className="palette-tile"
        data-palette={id}
        data-carried={isCarried || undefined}
        tabIndex={isStop ? 0 : -1}
        draggable
        onDragStart={(event) => {
          onCarry(event);
          // What changes the page while a drag begins would end it.
          setTimeout(() => setCarried(true));
        }}
        onDragEnd={() => setTimeout(() => setCarried(false))}
        onClick={onInsert}
      >
        {children}
      </button>
    </Hint>
  );
}
