import { scanReference } from './parse-reference.ts';
import { findReferences } from './parse-template.ts';
import type { NameSpan } from './reference-scanner.ts';

type ReferenceName = { readonly context: string | null; readonly attribute: string };

/** The new names, or null to leave the reference as it is. */
export type RenameReference = (name: ReferenceName) => ReferenceName | null;

/** Renames inside a text with `{references}`. Every other character, spaces and quotes included, stays. */
export function rewriteReferences(text: string, rename: RenameReference): string {
  return rewriteNames(
    text,
    findReferences(text).flatMap((found) => found.names),
    rename,
  );
}

/** The same for a reference written without braces. A broken one stays. */
export function rewriteReference(text: string, rename: RenameReference): string {
  const scanned = scanReference(text);
  return scanned.ok ? rewriteNames(text, scanned.value.names, rename) : text;
}

function rewriteNames(text: string, names: readonly NameSpan[], rename: RenameReference): string {
  let result = '';
  let copied = 0;
  for (const { context, attribute } of names) {
    const renamed = rename({
      context: context === null ? null : text.slice(context.start, context.end),
      attribute: text.slice(attribute.start, attribute.end),
    });
    if (renamed === null) continue;
    result += text.slice(copied, (context ?? attribute).start);
    result += renamed.context === null ? renamed.attribute : `${renamed.context}.${renamed.attribute}`;
    copied = attribute.end;
  }
  return result + text.slice(copied);
}
