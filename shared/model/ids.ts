import { z } from 'zod';

/**
 * Record ids: readable, stable, unique in the whole document (one name space for all kinds), so that a trace event,
 * a selection or a problem can point at any record by its id alone. Two names that reach for what every object inherits
 * are refused.
 */
export const idPattern = /^(?!(?:constructor|prototype)$)[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$/;

/** An id of any kind: what a placement is for. */
export const idTextSchema = z
  .string()
  .regex(idPattern, 'an id: letters, digits, "_", "-" and ".", at most 120 characters');

export const scenarioIdSchema = idTextSchema.brand<'scenario'>();
export const attributeIdSchema = idTextSchema.brand<'attribute'>();
export const contextIdSchema = idTextSchema.brand<'context'>();
export const integrationIdSchema = idTextSchema.brand<'integration'>();
export const actionIdSchema = idTextSchema.brand<'action'>();
export const actionUseIdSchema = idTextSchema.brand<'actionUse'>();
export const mockIdSchema = idTextSchema.brand<'mock'>();
export const interpreterIdSchema = idTextSchema.brand<'interpreter'>();
export const conversationIdSchema = idTextSchema.brand<'conversation'>();
export const sceneIdSchema = idTextSchema.brand<'scene'>();
export const turnIdSchema = idTextSchema.brand<'turn'>();
export const intentIdSchema = idTextSchema.brand<'intent'>();
export const messageIdSchema = idTextSchema.brand<'message'>();
export const testIdSchema = idTextSchema.brand<'test'>();
export const viewIdSchema = idTextSchema.brand<'view'>();
export const noteIdSchema = idTextSchema.brand<'note'>();

export type ScenarioId = z.infer<typeof scenarioIdSchema>;
export type AttributeId = z.infer<typeof attributeIdSchema>;
export type ContextId = z.infer<typeof contextIdSchema>;
export type IntegrationId = z.infer<typeof integrationIdSchema>;
export type ActionId = z.infer<typeof actionIdSchema>;
export type ActionUseId = z.infer<typeof actionUseIdSchema>;
export type MockId = z.infer<typeof mockIdSchema>;
export type InterpreterId = z.infer<typeof interpreterIdSchema>;
export type ConversationId = z.infer<typeof conversationIdSchema>;
export type SceneId = z.infer<typeof sceneIdSchema>;
export type TurnId = z.infer<typeof turnIdSchema>;
export type IntentId = z.infer<typeof intentIdSchema>;
export type MessageId = z.infer<typeof messageIdSchema>;
export type TestId = z.infer<typeof testIdSchema>;
export type ViewId = z.infer<typeof viewIdSchema>;
export type NoteId = z.infer<typeof noteIdSchema>;

/** Turns trusted text into an id of the wanted kind; text from outside goes through the schemas instead. */
export const asId = <Branded extends string>(text: string): Branded => text as Branded;

/** A readable id from a name: lower case, dashes between words (camelCase ones too), never empty. */
export function slugify(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return idPattern.test(slug) ? slug : 'item';
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export const freeId = (name: string, isTaken: (id: string) => boolean): string =>
  freeNumbered(slugify(name), '-', isTaken);

/**
 * `base`, or `base` with the first number that is free. Past a handful it doubles and halves instead of counting, so
 * that the five-thousandth copy of a name costs a dozen questions; the number is free, if not always the lowest.
 */
export function freeNumbered(base: string, separator: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(base)) return base;
  const isFree = (count: number): boolean => !isTaken(`${base}${separator}${count}`);
  let high = 2;
  while (!isFree(high)) high = high < 8 ? high + 1 : high * 2;
  let low = high <= 8 ? high : high / 2 + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isFree(middle)) high = middle;
    else low = middle + 1;
  }
  return `${base}${separator}${high}`;
}
