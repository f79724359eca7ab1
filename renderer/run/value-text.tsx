import type { Json } from '../../shared/base/json.ts';
import { visibleText } from '../../shared/explain/visible-text.ts';
import './value-text.css';

/** A value on one line. Texts are in quotes, so that "1" and 1, "" and nothing differ. */
export function ValueText({ value }: { value: Json }) {
  const text = visibleText(JSON.stringify(value));
  return (
    <code className="value-text" data-type={value === null ? 'null' : typeof value} title={text.slice(0, 2000)}>
      {text.slice(0, 300)}
    </code>
  );
}
