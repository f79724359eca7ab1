import { useMemo } from 'react';
import './json-text.css';

/** More lines than anybody reads; the rest is in the file. */
const shownLines = 3000;

/** JSON to read and to copy from, its keys and values told apart. Text only: nothing in it is ever markup. */
export function JsonText({ text, label }: { text: string; label: string }) {
  const { shown, left } = useMemo(() => {
    const lines = text.trimEnd().split('\n');
    return { shown: lines.slice(0, shownLines), left: Math.max(0, lines.length - shownLines) };
  }, [text]);
  return (
    <pre className="json-view" tabIndex={0} aria-label={label}>
      {shown.map((line, index) => (
        // Lines have no identity but their place.
        <JsonLine key={index} line={line} />
      ))}
      {left > 0 && <span className="json-view-left">{`… and ${left} more lines`}</span>}
    </pre>
  );
}

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null|-?\d[\d.eE+-]*)\b/g;

function JsonLine({ line }: { line: string }) {
  const parts = [];
  let from = 0;
  for (const match of line.matchAll(token)) {
    const [whole, quoted, colon, plain] = match;
    if (match.index > from) parts.push(line.slice(from, match.index));
    const kind = plain === undefined ? (colon === undefined ? 'text' : 'key') : 'plain';
    parts.push(
      <span key={match.index} data-json={kind}>
        {quoted ?? plain}
      </span>,
    );
    if (colon !== undefined) parts.push(colon);
    from = match.index + whole.length;
  }
  parts.push(`${line.slice(from)}\n`);
  return <>{parts}</>;
}
