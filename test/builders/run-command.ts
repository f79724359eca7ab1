import type { z } from 'zod';
import type { Command } from '../../shared/commands/command.ts';
import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import type { CommandFailure, Plan } from '../../shared/commands/plan.ts';
import type { Document } from '../../shared/model/document.ts';
import { unwrap, unwrapFailure } from './unwrap.ts';

/** Commands as tests write them: with plain texts for ids. */
export type PlainCommand = Plain<Command>;
type Plain<Value> = Value extends string
  ? PlainText<Value>
  : Value extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Plain<Value[Key]> }
      : Value;
/** A branded text is any text; a literal such as `USER` stays itself. */
type PlainText<Text extends string> = Text extends z.core.$brand<never> ? string : Text;

/** The plan of a command that must be possible. */
export const planned = (document: Document, command: PlainCommand): Plan =>
  unwrap(planCommand(document, command as Command));

/** The document after commands that must be possible, one after the other. */
export const after = (document: Document, ...commands: readonly PlainCommand[]): Document =>
  commands.reduce((current, command) => applyDiff(current, planned(current, command).diff), document);

/** Why a command is refused that must be. */
export const refusal = (document: Document, command: PlainCommand): CommandFailure =>
  unwrapFailure(planCommand(document, command as Command));
