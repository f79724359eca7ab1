import { Lock, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { useRun, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { textToValue, valueToText } from './edited-value.ts';
import { OriginBadge } from './origin-badge.tsx';
import { ValueText } from './value-text.tsx';
import type { VariableLine } from './variable-list.ts';

type VariableRowProps = {
  readonly line: VariableLine;
  /** The exchange on show changed it. */
  readonly isChanged: boolean;
  readonly isEditable: boolean;
};

/** One attribute. Its value can be changed in place, which counts from the next step of the talk. */
export function VariableRow({ line, isChanged, isEditable }: VariableRowProps) {
  const { run } = useStudio();
  const id = useId();
  const { variable, reference, type, isMasked } = line;
  const [draft, setDraft] = useState<string | null>(null);
  const isChosen = useRun((state) => state.chosen === variable.seq);
  // Nobody sees what is masked, not even to change it.
  const before = isMasked ? '' : valueToText(variable.after);
  const commit = (): void => {
    setDraft(null);
    if (draft !== null && draft !== before) void run.setAttribute(reference, textToValue(draft, type));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(null);
    event.stopPropagation();
  };
  return (
    <div className="variable-row" data-changed={isChanged || undefined} data-chosen={isChosen || undefined}>
      <button type="button" className="variable-name" title={reference} onClick={() => run.choose(variable.seq)}>
        {isChanged && <span className="variable-mark" role="img" aria-label="changed in this exchange" />}
        {visibleText(variable.name)}
      </button>
      <span className="variable-type">{type}</span>
      <span id={`${id}-change`} hidden>
        Change {reference}
      </span>
      {draft === null ? (
        <button
          type="button"
          className="variable-value"
          id={`${id}-value`}
          aria-labelledby={`${id}-change ${id}-value`}
          disabled={!isEditable}
          onClick={() => setDraft(before)}
        >
          {isMasked ? <MaskedValue /> : <ValueText value={variable.after} />}
        </button>
      ) : (
        <input
          className="variable-input"
          type={isMasked ? 'password' : 'text'}
          aria-label={`Value of ${reference}`}
          value={draft}
          autoFocus
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={commit}
        />
      )}
      <OriginBadge origin={variable.origin} />
      <IconButton
        className="variable-remove"
        icon={X}
        label={`Remove ${reference}`}
        disabled={!isEditable}
        onClick={() => void run.setAttribute(reference, null)}
      />
    </div>
  );
}

const MaskedValue = () => (
  <span className="variable-masked">
    <Lock size={11} aria-hidden />
    sensitive
  </span>
);
