import { useEffect, useRef } from 'react';
import type { Replacement, Replacements, TextPart } from './find-replacements.ts';

/** Rows in the list at once; what follows comes up as the ones before it are done. */
const most = 60;
/** Letters shown ahead of what changes, and behind it. */
const room = 28;

type ReplaceListProps = Replacements & {
  readonly at: number;
  readonly onGo: (index: number) => void;
};

/** Each text that would say something else, as it is and as it would be. */
export function ReplaceList({ texts, kept, at, onGo }: ReplaceListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (at >= 0) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const start = Math.max(0, Math.min(at - most / 2, texts.length - most));
  return (
    <>
      {texts.length === 0 && <p className="search-none">No text of this scenario says that.</p>}
      {texts.length > 0 && (
        <ul ref={list} className="search-results">
          {texts.slice(start, start + most).map((text, index) => (
            <li key={`${text.id} ${text.slot}`}>
              <button
                type="button"
                tabIndex={-1}
                aria-current={start + index === at || undefined}
                onClick={() => onGo(start + index)}
              >
                <span className="search-title">{text.title}</span>
                <span className="search-kind">{text.word}</span>
                <Preview {...text} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {kept > 0 && <p className="search-kept">{keptWords(kept)}</p>}
    </>
  );
}

const keptWords = (kept: number): string =>
  `${kept === 1 ? 'It also stands in a reference or a name' : `It also stands in ${kept} references or names`} that others go by, which stay. Rename the attribute, context, action or intent itself: all that says it follows.`;

function Preview({ field, parts }: Replacement) {
  const first = parts.findIndex(({ by }) => by !== null);
  const shown = parts.slice(Math.max(0, first - 1), first + 4);
  return (
    <span className="search-excerpt replace-preview">
      <i>{field}</i>{' '}
      {shown.map((part, index) => (
        <Part key={`${index} ${part.text}`} part={part} isFirst={index === 0} />
      ))}
    </span>
  );
}

function Part({ part: { text, by }, isFirst }: { readonly part: TextPart; readonly isFirst: boolean }) {
  if (by !== null)
    return (
      <>
        <del>{text}</del>
        <ins>{by}</ins>
      </>
    );
  const plain = text.replace(/\s+/g, ' ');
  if (plain.length <= room) return plain;
  return isFirst ? `…${plain.slice(-room)}` : `${plain.slice(0, room)}…`;
}
