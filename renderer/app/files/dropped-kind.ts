import { isJsonObject, type Json } from '../../../shared/base/json.ts';
import { bundleFormat } from '../../../shared/exchange/bundle/bundle-schema.ts';
import { formatOfName } from '../../../shared/exchange/translations/translation-file.ts';

/** What a file dropped on the window is. */
export type DroppedKind = 'scenario' | 'bundle' | 'openDialog' | 'translations' | 'curl' | 'other';

/** By what is in it; by its name only where that cannot be told, as of a damaged scenario. */
export function droppedKind(name: string, text: string): DroppedKind {
  if (/^\s*curl\s/.test(text)) return 'curl';
  // A table of what people say with what they mean is no translation, whatever its file is called.
  if (isSamples(text)) return 'other';
  if (formatOfName(name) !== null) return 'translations';
  const json = parsed(text);
  if (json === undefined) return /\.json$/i.test(name) ? 'scenario' : 'other';
  if (!isJsonObject(json)) return 'other';
  const { format } = json;
  if (format === bundleFormat) return 'bundle';
  if (format === 'parley.scenario') return 'scenario';
  if (typeof format !== 'string' && (typeof json['od_id'] === 'string' || Array.isArray(json['conversations'])))
    return 'openDialog';
  return /\.parley\.json$/i.test(name) ? 'scenario' : 'other';
}

function isSamples(text: string): boolean {
  const [header = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const columns = header.split(/[,;\t]/).map((column) =>
    column
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase(),
  );
  return columns.includes('text') && columns.includes('intent');
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
