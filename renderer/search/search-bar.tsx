import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useReactFlow } from 'reactflow';
import { useStore } from 'zustand';
import type { Problem } from '../../shared/problems/problem.ts';
import { shortcutText } from '../app/actions/shortcut.ts';
import { focusedNode, focusNode } from '../canvas/focus-node.ts';
import { glide } from '../canvas/glide.ts';
import { goTo } from '../inspector/go-to.ts';
import { useEditor, useStudio } from '../state/studio.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { Replacement } from './find-replacements.ts';
import { ReplaceLine } from './replace-line.tsx';
import { ReplaceList } from './replace-list.tsx';
import { searchHints, type SearchHint } from './search-hints.ts';
import { parseSearchQuery } from './search-query.ts';
import { searchScenario, type SearchResult } from './search-scenario.ts';
import { closeSearch, searchStore } from './search-store.ts';
import { useReplace } from './use-replace.ts';
import './search-bar.css';

/** Searches every text and property of the scenario; results walk the canvas. */
export function SearchBar({ problems }: { readonly problems: readonly Problem[] }) {
  const isOpen = useStore(searchStore, (state) => state.isOpen);
  return isOpen ? <OpenSearchBar problems={problems} /> : null;
}

function OpenSearchBar({ problems }: { readonly problems: readonly Problem[] }) {
  const studio = useStudio();
  const { query, count, isReplacing } = useStore(searchStore);
  const { found, replace } = useReplace(problems);
  const document = useEditor((state) => state.document);
  const asked = useDeferredValue(query);
  const results = useMemo(
    () => searchScenario(document, problems, parseSearchQuery(asked)),
    [document, problems, asked],
  );
  const hints = useMemo(() => searchHints(document, query), [document, query]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState<string | null>(null);
  const by = useRef<HTMLInputElement>(null);
  const goBack = usePlaceBefore();
  const field = useRef<HTMLInputElement>(null);
  const at = isReplacing
    ? found.texts.findIndex((one) => textOf(one) === text)
    : results.findIndex(({ id }) => id === chosen);

  useEffect(() => {
    // Asked for once more: what stands there may be written over. Who looked for it and now replaces writes by what.
    const { isReplacing, query } = searchStore.getState();
    if (count > 0) (isReplacing && query !== '' ? by : field).current?.select();
  }, [count]);

  const goToText = (index: number, of: readonly Replacement[] = found.texts): void => {
    const next = of[(index + of.length) % of.length];
    if (next === undefined) return;
    setText(textOf(next));
    setChosen(next.id);
    goTo(studio, next.id);
  };
  const replaceOne = (): void => {
    const here = found.texts[at];
    if (here === undefined) return goToText(0);
    if (!replace([here])) return;
    goToText(at, [...found.texts.slice(0, at), ...found.texts.slice(at + 1)]);
    by.current?.focus();
  };
  const go = (index: number): void => {
    if (isReplacing) return goToText(index);
    // Who presses Enter at once means what is typed, not what is listed still.
    const found = asked === query ? results : searchScenario(document, problems, parseSearchQuery(query));
    const result = found[(index + found.length) % found.length];
    if (result === undefined) return;
    setChosen(result.id);
    goTo(studio, result.id);
  };
  const stay = (): void => {
    closeSearch();
    globalThis.document.querySelector<HTMLElement>('.canvas')?.focus();
  };
  const write = (text: string): void => {
    searchStore.setState({ query: text });
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const [hint] = hints;
    if (event.key === 'Escape') {
      closeSearch();
      goBack(chosen !== null);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) stay();
    else if (
      event.key === 'Tab' &&
      !event.shiftKey &&
      event.target === field.current &&
      hint !== undefined &&
      query !== ''
    )
      write(hint.query);
    else if (step !== undefined) go(at === -1 && step === -1 ? results.length - 1 : at + step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="search-bar" role="search" aria-label="Search the scenario" onKeyDown={onKeyDown}>
      <div className="search-line">
        <Search size={14} aria-hidden />
        <input
          ref={field}
          className="search-field"
          aria-label="Search every text and property"
          placeholder="Search every text and property"
          spellCheck={false}
          value={query}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <span className="search-count" role="status">
          {asked.trim() === '' ? '' : countText(at, isReplacing ? found.texts.length : results.length)}
        </span>
        <Steps onStep={(step) => go(at === -1 && step === -1 ? -1 : at + step)} onStay={stay} />
      </div>
      {isReplacing && (
        <ReplaceLine field={by} count={found.texts.length} onOne={replaceOne} onAll={() => void replace(found.texts)} />
      )}
      {hints.length > 0 && !isReplacing && <Hints hints={hints} onTake={write} />}
      {asked.trim() !== '' && (
        <>
          {isReplacing ? (
            <ReplaceList {...found} at={at} onGo={go} />
          ) : (
            (results.length > 0 || hints.length === 0) && <ResultList results={results} at={at} onGo={go} />
          )}
          <Keys enter={isReplacing ? 'replace, or next' : 'next'} />
        </>
      )}
    </div>
  );
}

const textOf = ({ id, slot }: Replacement): string => `${id} ${slot}`;

type StepsProps = { readonly onStep: (step: 1 | -1) => void; readonly onStay: () => void };

function Steps({ onStep, onStay }: StepsProps) {
  const { platform } = useStudio();
  return (
    <>
      <IconButton icon={ChevronUp} label="Previous result" shortcut="Shift+Enter" onClick={() => onStep(-1)} />
      <IconButton icon={ChevronDown} label="Next result" shortcut="Enter" onClick={() => onStep(1)} />
      <IconButton icon={X} label="Close the search" shortcut={shortcutText('mod+enter', platform)} onClick={onStay} />
    </>
  );
}

function Keys({ enter }: { readonly enter: string }) {
  const { platform } = useStudio();
  return (
    <p className="search-keys">
      <kbd>Enter</kbd> {enter} <kbd>Esc</kbd> back to where I was
      <kbd>{shortcutText('mod+enter', platform)}</kbd> stay here
    </p>
  );
}

type HintsProps = { readonly hints: readonly SearchHint[]; readonly onTake: (query: string) => void };

const Hints = ({ hints, onTake }: HintsProps) => (
  <p className="search-hints" role="group" aria-label="Filters">
    {hints.map(({ label, query }) => (
      <button key={label} type="button" tabIndex={-1} onClick={() => onTake(query)}>
        {label}
      </button>
    ))}
  </p>
);

/** Where somebody was before searching: what was selected, what the canvas showed, what had the focus. */
function usePlaceBefore(): (hasWalked: boolean) => void {
  const { editor } = useStudio();
  const flow = useReactFlow();
  const [before] = useState(() => ({
    selection: editor.getState().selection,
    viewport: flow.getViewport(),
    focused: globalThis.document.activeElement,
    node: focusedNode(),
  }));
  return (hasWalked) => {
    const { selection, viewport, focused, node } = before;
    if (hasWalked) {
      editor.select(selection);
      void flow.setViewport(viewport, glide());
    }
    // A node may have left the view on the way, and is drawn anew.
    if (node !== null && focused?.isConnected !== true) return focusNode(node);
    const canvas = globalThis.document.querySelector<HTMLElement>('.canvas');
    const place = focused instanceof HTMLElement && focused !== globalThis.document.body ? focused : canvas;
    place?.focus({ preventScroll: true });
  };
}

const countText = (at: number, count: number): string => {
  if (count === 0) return 'Nothing';
  return at === -1 ? `${count.toLocaleString('en')} found` : `${at + 1} of ${count.toLocaleString('en')}`;
};

/** Rows in the list at once; the walk goes through all of them. */
const most = 60;

type ResultListProps = {
  readonly results: readonly SearchResult[];
  readonly at: number;
  readonly onGo: (index: number) => void;
};

function ResultList({ results, at, onGo }: ResultListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (at >= 0) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (results.length === 0) return <p className="search-none">Nothing like that is in this scenario.</p>;
  const start = Math.max(0, Math.min(at - most / 2, results.length - most));
  return (
    <ul ref={list} className="search-results">
      {results.slice(start, start + most).map((result, index) => (
        <li key={result.id}>
          <button
            type="button"
            tabIndex={-1}
            aria-current={start + index === at || undefined}
            onClick={() => onGo(start + index)}
          >
            <span className="search-title">{result.title}</span>
            <span className="search-kind">{result.word}</span>
            {result.excerpt !== '' && (
              <span className="search-excerpt">
                <i>{result.field}</i> {result.excerpt}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
