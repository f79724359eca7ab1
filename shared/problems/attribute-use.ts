/** One place that has to do with an attribute: `mention` for a test, which follows a new name and sets nothing. */
export type AttributeUse = {
  /** The record, action use or message. */
  readonly ref: string;
  readonly field: string;
  readonly access: 'read' | 'write' | 'mention';
  readonly context: string;
  readonly attribute: string;
};
