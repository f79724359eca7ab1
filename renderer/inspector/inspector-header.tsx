import { ChevronRight, House, LocateFixed, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { pathOf } from '../../shared/model/selectors/path-of.ts';
import { RecordIcon } from '../app/record-icon.tsx';
import { useEditor, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useExecute, type TextBinding } from './edit.ts';
import { TroubleLine } from './fields/field-frame.tsx';
import { TextField } from './fields/text-field.tsx';
import type { TypedText } from './fields/use-typed-text.ts';
import { goTo } from './go-to.ts';
import { iconFor, wordFor } from './kind-words.ts';
import { troublesBeside, useProblemsByRef } from './problems-by-ref.ts';
import './inspector-header.css';

/** What the field for the name needs; `meaning` where a name is more than a name. */
export type TitleBinding = TextBinding & {
  readonly meaning?: string;
  readonly mono?: boolean;
  readonly check?: TypedText['check'];
};

type InspectorHeaderProps = {
  readonly id: string;
  /** The name, to be changed in place; without it the header shows what the record is called. */
  readonly name?: TitleBinding;
  readonly icon?: ReactNode;
  /** Beside a table of its kind there is no way up. */
  readonly isAlone?: boolean;
  /** What the button at the end takes away; null where nothing can be. */
  readonly remove: {
    readonly label: string;
    readonly ids: readonly string[];
    /** Asks first, where something would be left that speaks of it. */
    readonly ask?: (() => void) | undefined;
  } | null;
};

/** What is selected: its picture, its name and id, and the way up. */
export function InspectorHeader({ id, name, icon, isAlone = false, remove }: InspectorHeaderProps) {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const execute = useExecute();
  const problems = useProblemsByRef();
  const picture = iconFor(document, id);
  const troubles = troublesBeside(problems, id);
  return (
    <header className="inspector-header">
      {!isAlone && <Breadcrumb id={id} />}
      <div className="inspector-title">
        {icon ?? (picture !== null && <RecordIcon of={picture} size={16} />)}
        {name === undefined ? (
          <h2 title={nameOf(document, id)}>{visibleText(nameOf(document, id))}</h2>
        ) : (
          <TextField label="Name" meaning="What people call it" isLabelHidden isTitle placeholder="Name" {...name} />
        )}
        {id !== document.scenario.id && (
          <IconButton icon={LocateFixed} label="Show on the canvas" onClick={() => goTo(studio, id)} />
        )}
        {remove !== null && (
          <IconButton
            icon={Trash2}
            label={remove.label}
            onClick={remove.ask ?? (() => execute({ kind: 'records.remove', ids: remove.ids }))}
          />
        )}
      </div>
      <p className="inspector-kind">
        <span>{wordFor(document, id)}</span>
        <code data-selectable title="What files and traces call it">
          {id}
        </code>
      </p>
      {troubles.map((trouble) => (
        <TroubleLine key={trouble.sentence} trouble={trouble} />
      ))}
    </header>
  );
}

/** The levels above; a press selects one. */
function Breadcrumb({ id }: { readonly id: string }) {
  const studio = useStudio();
  const document = useEditor((state) => state.document);
  const above = pathOf(document, id).slice(0, -1);
  if (above.length === 0) return null;
  return (
    <nav className="breadcrumb" aria-label="Levels above">
      {above.map((level, index) => (
        <span key={level}>
          {index > 0 && <ChevronRight size={10} strokeWidth={2} aria-hidden />}
          {index === 0 ? (
            <button
              type="button"
              title={nameOf(document, level)}
              aria-label={`Scenario ${nameOf(document, level)}`}
              onClick={() => studio.editor.select([])}
            >
              <House size={12} strokeWidth={2} aria-hidden />
              {/* Alone, a house says too little. */}
              {above.length === 1 && visibleText(nameOf(document, level))}
            </button>
          ) : (
            <button type="button" title={nameOf(document, level)} onClick={() => goTo(studio, level)}>
              {visibleText(nameOf(document, level))}
            </button>
          )}
        </span>
      ))}
    </nav>
  );
}
