import type { Document } from '../../shared/model/document.ts';
import { pathOf } from '../../shared/model/selectors/path-of.ts';
import type { ShownPart } from './layout/shown-part.ts';

/** What has to be shown so that these can be seen; the same as before when they can. */
export function opened(part: ShownPart, document: Document, ids: readonly string[]): ShownPart {
  const paths = ids.map((id) => pathOf(document, id));
  const closed = new Set(paths.flatMap((path, index) => path.filter((id) => id !== ids[index])));
  const collapsed = [...part.collapsed].filter((id) => !closed.has(id));
  const focused =
    part.focused === null || paths.every((path) => path.length <= 2 || path.includes(part.focused ?? ''))
      ? part.focused
      : null;
  if (collapsed.length === part.collapsed.size && focused === part.focused) return part;
  return { collapsed: collapsed.length === part.collapsed.size ? part.collapsed : new Set(collapsed), focused };
}
