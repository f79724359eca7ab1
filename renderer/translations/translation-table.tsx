import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type CSSProperties } from 'react';
import { isLink } from '../../shared/model/block-texts.ts';
import { translationsPut } from '../../shared/commands/translations-put.ts';
import { translate } from '../../shared/exchange/translations/translation-change.ts';
import { goTo } from '../inspector/go-to.ts';
import { useStudio } from '../state/studio.ts';
import { languageName } from './language-name.ts';
import { MarkedText } from './marked-text.tsx';
import type { TableRow } from './table-rows.ts';
import { TranslationField } from './translation-field.tsx';
import { useTableKeys } from './use-table-keys.ts';
import './translation-table.css';

type TranslationTableProps = {
  readonly rows: readonly TableRow[];
  readonly base: string;
  readonly languages: readonly string[];
};

/** A text a row, a language a column. Arrows walk, Enter writes, Delete takes a translation away. */
export function TranslationTable({ rows, base, languages }: TranslationTableProps) {
  const studio = useStudio();
  const list = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => `${rows[index]?.message} ${rows[index]?.text}`,
    estimateSize: () => 64,
    overscan: 6,
  });
  const write = (row: TableRow, column: number, translated: string): void => {
    const cell = row.cells[column - 1];
    if (cell === undefined || (cell.state === 'translated' && cell.translated === translated)) return;
    const { intent, message, text } = row;
    const edit = { intent, message, text, language: cell.language, translated };
    const label = translated === '' ? 'Remove translation' : `Translate into ${cell.language}`;
    const change = translate(studio.editor.getState().document, [edit]);
    const written = studio.editor.execute(translationsPut(label, change), null, true);
    if (!written.ok) studio.ui.notify('bad', written.failure.sentence);
  };
  const open = (row: TableRow): void => {
    studio.ui.closeDialog();
    goTo(studio, row.message);
  };
  const keys = useTableKeys({
    grid: list,
    rows,
    columns: languages.length + 1,
    show: (index) => virtual.scrollToIndex(index),
    open,
    clear: (row, column) => write(row, column, ''),
  });
  const style = { '--languages': languages.length } as CSSProperties;
  return (
    <div
      className="translation-table"
      ref={list}
      role="grid"
      aria-label="Texts and their translations"
      aria-rowcount={rows.length + 1}
      style={style}
      onKeyDown={keys.onKeyDown}
    >
      <div className="translation-row translation-head" role="row" aria-rowindex={1}>
        {[base, ...languages].map((language) => (
          <div key={language} role="columnheader" title={languageName(language)}>
            {languageName(language)}
          </div>
        ))}
      </div>
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              className="translation-row"
              role="row"
              aria-rowindex={item.index + 2}
              data-index={item.index}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <div {...keys.cell(item.index, 0)} className="translation-cell" title="Enter goes to the message">
                <span className="translation-where">
                  {row.where.slice(-2).join(' › ')} · {roleWords[row.role]}
                </span>
                <MarkedText text={row.text} />
              </div>
              {row.cells.map((cell, at) => (
                <TranslationField
                  key={cell.language}
                  cell={cell}
                  place={keys.cell(item.index, at + 1)}
                  isEditing={keys.isEditing(item.index, at + 1)}
                  isLink={isLink(row.role)}
                  onWrite={(text, then) => {
                    write(row, at + 1, text);
                    keys.done(then);
                  }}
                  onCancel={() => keys.done('stay')}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const roleWords: Readonly<Record<TableRow['role'], string>> = {
  markdown: 'said',
  plain: 'label',
  address: 'link',
  phone: 'number',
  callback: 'callback',
  value: 'value',
  data: 'data',
  reference: 'reference',
  attribute: 'attribute',
};
