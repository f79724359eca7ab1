import { visibleLines } from '../../../shared/explain/visible-lines.ts';
import { goToLine } from './try-go-to-line.ts';

/** A traceback or what was printed. Where it names a line of the script, that leads there. */
export function TryText({ text, hasLines }: { readonly text: string; readonly hasLines: boolean }) {
  const parts = hasLines ? text.split(/(\bline \d+)/) : [text];
  return parts.map((part, index) => {
    const line = index % 2 === 1 ? Number(part.slice('line '.length)) : null;
    return line === null ? (
      visibleLines(part)
    ) : (
      // Parts of a text have no identity but their place.
      <button
        key={index}
        type="button"
        className="text-link"
        title="Go to the line"
        onClick={() => void goToLine(line)}
      >
        {part}
      </button>
    );
  });
}
