import { useVirtualizer } from '@tanstack/react-virtual';
import { CircleCheck, CircleDashed, CircleX, SearchX } from 'lucide-react';
import { memo, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { duration } from '../../shared/explain/value-words.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import type { ExchangeTrace } from '../state/run-trace.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { clockText } from './clock-text.ts';
import { exchangeSummary } from './exchange-summary.ts';
import { namesIn } from './names-in.ts';

const rowHeight = 40;

type ExchangeListProps = { readonly exchanges: readonly ExchangeTrace[]; readonly shown: number };

/** What was said, exchange by exchange. */
export function ExchangeList({ exchanges, shown }: ExchangeListProps) {
  const { run } = useStudio();
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: exchanges.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const at = exchanges.findIndex(({ exchange }) => exchange === shown);
  useLayoutEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [rows, at, exchanges.length]);
  const show = (index: number): void => {
    const last = exchanges[index]?.events.at(-1);
    if (last === undefined) return;
    // The newest is what is shown anyway; choosing nothing goes along with what comes.
    run.choose(index === exchanges.length - 1 ? null : last.seq);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: exchanges.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(Math.max(0, Math.min(exchanges.length - 1, to)));
  };
  return (
    <div
      ref={list}
      className="exchange-list"
      role="listbox"
      aria-label="Exchanges"
      aria-activedescendant={`exchange-${shown}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="virtual-space" role="presentation" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const trace = exchanges[index];
          return (
            trace !== undefined && (
              <ExchangeRow
                key={key}
                trace={trace}
                isShown={trace.exchange === shown}
                top={start}
                onShow={() => show(index)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

const marks = { ok: CircleCheck, missed: SearchX, failed: CircleX, running: CircleDashed } as const;

type ExchangeRowProps = {
  readonly trace: ExchangeTrace;
  readonly isShown: boolean;
  readonly top: number;
  readonly onShow: () => void;
};

const ExchangeRow = memo(
  function ExchangeRow({ trace, isShown, top, onShow }: ExchangeRowProps) {
    const document = useEditor((state) => state.document);
    const { said, result, tone, duration: took } = exchangeSummary(trace.events, namesIn(document));
    const Mark = marks[tone];
    const first = trace.events[0];
    return (
      <div
        id={`exchange-${trace.exchange}`}
        className="exchange-row"
        role="option"
        aria-selected={isShown}
        data-tone={tone}
        style={{ top }}
        onClick={onShow}
      >
        <Mark className="exchange-mark" size={14} aria-label={tone} />
        <span className="exchange-said">{visibleText(said)}</span>
        <time className="exchange-aside">{first === undefined ? '' : clockText(first.at)}</time>
        <span className="exchange-result">{visibleText(result)}</span>
        <span className="exchange-aside">{took === 0 ? '' : duration(took)}</span>
      </div>
    );
  },
  (before, after) => before.trace === after.trace && before.isShown === after.isShown && before.top === after.top,
);
