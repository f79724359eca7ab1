/** What the manager of attributes and contexts shows beside its table. */
export type ManagerTask =
  | { readonly kind: 'form'; readonly id: string }
  | { readonly kind: 'places'; readonly name: string; readonly side: 'setBy' | 'readBy' }
  | { readonly kind: 'rename'; readonly id: string }
  | { readonly kind: 'delete'; readonly ids: readonly string[] }
  | { readonly kind: 'merge'; readonly ids: readonly string[] }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'deleteContext'; readonly name: string };
