import type { Pattern } from '../../shared/gallery/patterns.ts';
import { FlowPicture } from '../gallery/flow-picture.tsx';
import { insertPattern } from '../gallery/insert-pattern.ts';
import { beginPatternDrag } from '../gallery/pattern-drag.ts';
import { useStudio } from '../state/studio.ts';
import { useIdleOnce } from '../ui/use-idle-once.ts';
import { Tile } from './tile.tsx';

type PalettePatternsProps = { readonly found: readonly Pattern[]; readonly stop: string | undefined };

const small = { width: 34, height: 26 };

/** Ready conversations, to drag onto the canvas like anything else. */
export function PalettePatterns({ found, stop }: PalettePatternsProps) {
  const studio = useStudio();
  const isIdle = useIdleOnce();
  return (
    <div role="group" aria-labelledby="palette-patterns">
      <div className="palette-head">
        <h2 id="palette-patterns">Patterns</h2>
        <button type="button" className="palette-more" onClick={() => studio.ui.openDialog({ kind: 'gallery' })}>
          Gallery…
        </button>
      </div>
      <div className="palette-rows">
        {found.map((pattern) => (
          <Tile
            key={pattern.id}
            id={`pattern.${pattern.id}`}
            look={<PatternLook pattern={pattern} />}
            isStop={stop === `pattern.${pattern.id}`}
            onInsert={() => void insertPattern(studio, pattern)}
            onCarry={(event) => beginPatternDrag(event, pattern)}
          >
            {isIdle ? (
              <FlowPicture document={pattern.document()} {...small} />
            ) : (
              <span className="flow-picture" style={small} />
            )}
            <span>{pattern.name}</span>
          </Tile>
        ))}
      </div>
    </div>
  );
}

const PatternLook = ({ pattern }: { readonly pattern: Pattern }) => (
  <span className="palette-look">
    <span className="palette-look-picture">
      <FlowPicture document={pattern.document()} width={208} height={132} />
    </span>
    {pattern.purpose}
  </span>
);
