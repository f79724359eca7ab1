import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './tab-strip.css';

type Tab<Name extends string> = {
  readonly name: Name;
  readonly label: string;
  /** How much there is to see: shown as a small number, left out at 0. */
  readonly count?: number;
  readonly tone?: 'calm' | 'problem' | 'waiting';
  /** What is there to see, for whoever points at it. */
  readonly hint?: string;
};

type TabStripProps<Name extends string> = {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
  /** Controls at the far end of the strip. */
  readonly end?: ReactNode;
};

/** Tabs above a panel. One of them is in the tab order; arrow keys move between them. */
export function TabStrip<Name extends string>({ label, tabs, chosen, onChoose, end }: TabStripProps<Name>) {
  const strip = useRef<HTMLDivElement>(null);
  const seen = useRef(chosen);
  // Where there is no room for all of them.
  useEffect(() => {
    if (seen.current === chosen) return;
    seen.current = chosen;
    strip.current
      ?.querySelector<HTMLElement>(`[data-tab="${chosen}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.findIndex((tab) => tab.name === chosen) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.name);
    strip.current?.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  return (
    <div className="tab-strip">
      <div className="tab-strip-tabs" role="tablist" aria-label={label} ref={strip} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`tab-${tab.name}`}
            data-tab={tab.name}
            aria-selected={tab.name === chosen}
            aria-controls={`panel-${tab.name}`}
            tabIndex={tab.name === chosen ? 0 : -1}
            title={tab.hint}
            onClick={() => onChoose(tab.name)}
          >
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && (
              <span className="tab-strip-count" data-tone={tab.tone ?? 'calm'}>
                {tab.count}
              </span>
            )}
          </button>
        ))}
      </div>
      {end}
    </div>
  );
}

/** What a tab shows; it stays in the page while another tab is open, so that nothing typed or scrolled is lost. */
export const TabPanel = (props: { name: string; chosen: string; children: ReactNode }) => (
  <div
    className="tab-panel"
    role="tabpanel"
    id={`panel-${props.name}`}
    aria-labelledby={`tab-${props.name}`}
    hidden={props.name !== props.chosen}
  >
    {props.children}
  </div>
);
