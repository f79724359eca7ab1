import { visibleText } from '../../shared/explain/visible-text.ts';
import './value-text.css';

/** Text of several lines as it is, with what cannot be seen made visible. */
export const JsonText = ({ text, label }: { text: string; label?: string }) => (
  <pre className="json-text" aria-label={label} data-selectable>
    {text.split('\n').map(visibleText).join('\n')}
  </pre>
);
