import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import './token-list.css';

export type Token = {
  readonly value: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isLost?: boolean;
};

/** Chosen things in a row, each with a button that takes it out again. */
export const TokenList = (props: {
  readonly label: string;
  readonly tokens: readonly Token[];
  readonly onRemove: (value: string) => void;
}) =>
  props.tokens.length === 0 ? null : (
    <ul className="token-list" aria-label={props.label}>
      {props.tokens.map(({ value, label, icon, isLost = false }) => (
        <li key={value} data-lost={isLost || undefined} title={isLost ? `${value} does not exist` : value}>
          {icon}
          <span>{visibleText(label)}</span>
          <button type="button" aria-label={`Remove ${label}`} onClick={() => props.onRemove(value)}>
            <X size={11} strokeWidth={2.25} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
