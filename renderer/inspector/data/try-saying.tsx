import { useState } from 'react';
import { valueWords } from '../../../shared/explain/value-words.ts';
import { extractAttributes, type ExpectedAttribute } from '../../../shared/interpret/extract-attributes.ts';
import { readWords } from '../../../shared/interpret/read-words.ts';
import { FieldFrame } from '../fields/field-frame.tsx';

/** Something a person might say, and what of it the attribute would take: the readers of the engine, live. */
export function TrySaying({ attribute }: { readonly attribute: ExpectedAttribute }) {
  const [text, setText] = useState('');
  // "Tomorrow" is told from the moment the form was opened.
  const [spoken] = useState(() => ({ at: Date.now(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone }));
  const [found] = extractAttributes([attribute], { text, words: readWords(text) }, new Set(), spoken);
  return (
    <FieldFrame label="Try it" meaning="What would be taken of this">
      {(control) => (
        <>
          <input
            {...control}
            className="control"
            type="text"
            placeholder="Say something as a person would"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {text.trim() !== '' && (
            <p className="section-note" role="status">
              {found === undefined ? 'Nothing of this.' : <>Takes {valueWords(found[1])}</>}
            </p>
          )}
        </>
      )}
    </FieldFrame>
  );
}
