import type { ReactNode } from 'react';
import type { TextMark } from './text-marks.ts';

/** The text again, unseen, with its references tinted: it lies behind the field and decides how tall that is. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly TextMark[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, kind } of marks) {
    parts.push(text.slice(at, start));
    parts.push(
      <mark key={start} data-kind={kind}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <div className="marked-text" aria-hidden>
      {parts}
      {/* A line that was just begun is a line. */}
      {'\u200b'}
    </div>
  );
}
