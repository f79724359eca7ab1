import type { Json } from '../base/json.ts';
import type { AttributeType } from '../model/attribute-type.ts';
import { civilFromSeconds } from './civil-time.ts';
import { decimalText } from './decimal-text.ts';

/** How a value reads inside a sentence. Missing is empty. Without a type, the value itself says what it is. */
export function valueText(value: Json, type?: AttributeType): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (type === 'timestamp') return timestampText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return decimalText(value);
  if (type === 'formData')
    return Object.values(value)
      .map((field: Json) => valueText(field))
      .join(':');
  return JSON.stringify(value);
}

/** The last second a four-digit year can name; beyond it (and before the year 0) the bare number is clearer. */
const latest = 253_402_300_799;
const earliest = -62_167_219_200;

/** ISO 8601 in UTC. `false`, an unreadable time, is empty. */
function timestampText(value: Json): string {
  if (typeof value !== 'number') return typeof value === 'boolean' ? '' : JSON.stringify(value);
  const seconds = Math.floor(value);
  if (seconds < earliest || seconds > latest) return decimalText(value);
  const time = civilFromSeconds(seconds);
  const [month, day, hour, minute, second] = [time.month, time.day, time.hour, time.minute, time.second].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${String(time.year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}+00:00`;
}
