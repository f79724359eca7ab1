import { ChevronRight, Plus, TriangleAlert } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useStudio } from '../../state/studio.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useTroubleIn } from '../problems-by-ref.ts';
import './section.css';

type SectionProps = {
  readonly title: string;
  /** What its being open or closed is remembered by; the same for all records of a kind. */
  readonly name: string;
  /** Shown beside the title, so that a closed section still says what it holds. */
  readonly count?: number;
  /** Whether it is open until somebody closes it. */
  readonly startsOpen?: boolean;
  readonly add?: { readonly label: string; readonly onPress: () => void };
  readonly end?: ReactNode;
  /** The fields of the record that are in it, in one text: closed, it still says that something is wrong with one. */
  readonly fields?: string;
  readonly children: ReactNode;
};

/** A part of a form that can be closed, and stays as it was left. */
export function Section({ title, name, count, startsOpen = true, add, end, fields, children }: SectionProps) {
  const { ui } = useStudio();
  const id = useId();
  const key = `inspector.${name}`;
  const [open, setOpen] = useState(() => (ui.getState().preferences.panels[key] ?? (startsOpen ? 1 : 0)) === 1);
  const trouble = useTroubleIn(fields);
  // What was just added is to be seen.
  const [counted, setCounted] = useState(count);
  if (counted !== count) {
    setCounted(count);
    if ((count ?? 0) > (counted ?? 0)) setOpen(true);
  }
  const show = (next: boolean): void => {
    setOpen(next);
    ui.setPreferences({ panels: { ...ui.getState().preferences.panels, [key]: next ? 1 : 0 } });
  };
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h3>
          <button
            type="button"
            id={id}
            className="section-toggle"
            aria-expanded={open}
            aria-controls={`${id}-body`}
            onClick={() => show(!open)}
          >
            <ChevronRight size={12} strokeWidth={2.25} aria-hidden />
            {title} {count !== undefined && count > 0 && <span className="section-count">{count}</span>}
            {!open && trouble !== null && (
              <span className="section-trouble" data-severity={trouble}>
                <TriangleAlert size={12} strokeWidth={2} aria-label="Something in here is wrong" />
              </span>
            )}
          </button>
        </h3>
        {end}
        {add !== undefined && (
          <IconButton
            icon={Plus}
            label={add.label}
            onClick={() => {
              setOpen(true);
              add.onPress();
            }}
          />
        )}
      </div>
      <div className="section-body" id={`${id}-body`} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
