/** Which part of the scenario is drawn. It is how somebody looks at it, never how it is. */
export type ShownPart = {
  /** Frames of which only the title is drawn. */
  readonly collapsed: ReadonlySet<string>;
  /** The one conversation that is looked at; null for all. */
  readonly focused: string | null;
};

export const allShown: ShownPart = { collapsed: new Set(), focused: null };
