import { ListChecks, Plug, ScanText, Tag } from 'lucide-react';
import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { visibleText } from '../../shared/explain/visible-text.ts';
import { nameOf } from '../../shared/model/selectors/name-of.ts';
import { RecordIcon } from '../app/record-icon.tsx';
import { useEditor, useStudio } from '../state/studio.ts';
import { goTo } from './go-to.ts';
import { iconFor } from './kind-words.ts';
import './record-row.css';

type RecordRowProps = {
  readonly id: string;
  /** Where it is not its name. */
  readonly title?: string;
  readonly icon?: ReactNode;
  readonly detail?: string;
  /** The detail is a sentence, which begins beside the name. */
  readonly explains?: boolean;
  /** Buttons at the end. */
  readonly children?: ReactNode;
};

/** Another record, as a line that leads there. */
export function RecordRow({ id, title, icon, detail, explains = false, children }: RecordRowProps) {
  const studio = useStudio();
  // Rows are many, and most edits are about none of them.
  const name = useEditor((state) => nameOf(state.document, id));
  const table = useEditor((state) => state.document.homes.get(id)?.table ?? '');
  const picture = useEditor(useShallow((state) => iconFor(state.document, id)));
  return (
    <li className="record-row">
      <button type="button" onClick={() => goTo(studio, id)}>
        {icon ?? (picture === null ? besideIcons[table] : <RecordIcon of={picture} />)}
        <span className="record-row-name">{visibleText(title ?? name)}</span>{' '}
        {detail !== undefined && detail !== '' && (
          <span className="record-row-detail" data-explains={explains || undefined}>
            {visibleText(detail)}
          </span>
        )}
      </button>
      {children !== undefined && <span className="record-row-end">{children}</span>}
    </li>
  );
}

const look = {
  className: 'record-icon',
  'data-hue': 'neutral',
  size: 14,
  strokeWidth: 1.75,
  'aria-hidden': true,
} as const;

/** What is neither said nor drawn still has a picture, so that names stand below each other. */
const besideIcons: { readonly [Table in string]?: ReactNode } = {
  attributes: <Tag {...look} />,
  integrations: <Plug {...look} />,
  interpreters: <ScanText {...look} />,
  tests: <ListChecks {...look} />,
};

export const RecordRows = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ul className="record-rows" aria-label={label}>
    {children}
  </ul>
);
