import type { Json } from '../../shared/base/json.ts';
import type { RequestTemplate } from '../../shared/model/action-kinds.ts';
import type { ActionInput, ActionOutput } from '../../shared/model/action-parts.ts';
import type { AttributeType } from '../../shared/model/attribute-type.ts';
import type { Condition } from '../../shared/model/condition.ts';
import type { Behavior, MessageBlock, Transition } from '../../shared/model/intent-record.ts';
import type { Operand } from '../../shared/model/operand.ts';
import { reference, toOperand } from './conditions.ts';

export type LevelOptions = {
  readonly id?: string;
  readonly description?: string;
  readonly behaviors?: readonly Behavior[];
  readonly conditions?: readonly Condition[];
  readonly interpreter?: string | null;
};

/** Reference to the value it gets; a text is a reference, anything else goes through `value(…)`. */
export type Assignments = Readonly<Record<string, string | Operand>>;

export type UseOptions = {
  readonly id?: string;
  readonly action: string;
  /** Input to where it is read from: a reference, or `value(…)`. */
  readonly inputs?: Assignments;
  readonly outputs?: Readonly<Record<string, string>>;
};

export type ButtonOptions = { readonly text: string; readonly callback?: string; readonly value?: string };
export type MessageOptions = {
  readonly id?: string;
  readonly text?: string;
  readonly buttons?: readonly ButtonOptions[];
  readonly conditions?: readonly Condition[];
  readonly blocks?: readonly MessageBlock[];
  readonly disableText?: boolean;
  readonly hideAvatar?: boolean;
  readonly translations?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export type IntentOptions = LevelOptions & {
  readonly name?: string;
  readonly bucket?: 'request' | 'response';
  readonly samples?: readonly string[];
  readonly confidence?: number;
  /** `context.attribute` for each expected attribute. */
  readonly expects?: readonly string[];
  readonly listensFor?: readonly string[];
  readonly sets?: Assignments;
  /** A name stands for a use of that action without mappings. */
  readonly actions?: readonly (string | UseOptions)[];
  /** One message with one text. For more, `messages`. */
  readonly text?: string;
  readonly messages?: readonly (string | MessageOptions)[];
  /** The id of a conversation, scene or turn, or the whole transition. */
  readonly transition?: string | Partial<Transition> | null;
  readonly virtualIntent?: string | null;
};

export type MockOptions = {
  readonly id?: string;
  readonly name?: string;
  readonly when?: Readonly<Record<string, Json>>;
  readonly status?: number;
  readonly body?: Json;
  readonly delay?: number;
  readonly world?: string;
  readonly pick?: 'sequence' | 'random';
  readonly failure?: 'connectionFailed' | 'timedOut' | 'malformedResponse';
};

export type ApiActionOptions = {
  readonly id?: string;
  readonly description?: string;
  readonly enabled?: boolean;
  /** A list of names, a name to its type, or whole inputs. */
  readonly inputs?: readonly (string | ({ readonly name: string } & Partial<ActionInput>))[];
  readonly outputs?:
    | Readonly<Record<string, AttributeType>>
    | readonly (string | ({ readonly name: string } & Partial<ActionOutput>))[];
  readonly request?: { readonly [Field in keyof RequestTemplate]?: RequestTemplate[Field] | string };
  readonly confirmation?: {
    when: 'never' | 'always' | 'condition';
    conditions?: readonly Condition[];
    question?: string;
  };
  readonly onFailure?: {
    readonly message?: string;
    readonly outputs?: Readonly<Record<string, Json>>;
    readonly transition?: Partial<Transition> | null;
  } | null;
  readonly permissionLevel?: number;
  readonly timeout?: number;
  readonly mocks?: readonly MockOptions[];
};

type Fields = Record<string, unknown>;

export function apiActionParts(name: string, options: Omit<ApiActionOptions, 'mocks'>): Fields {
  const { inputs = [], outputs = [], request = {}, ...rest } = options;
  const listed = Array.isArray(outputs) ? outputs : Object.entries(outputs).map(([name, type]) => ({ name, type }));
  return { kind: 'api', name, ...rest, inputs: inputs.map(named), outputs: listed.map(named), request };
}

const named = (entry: string | Fields): Fields => (typeof entry === 'string' ? { name: entry } : entry);

export const assignmentParts = (assignments: Assignments): Fields[] =>
  Object.entries(assignments).map(([target, source]) => ({ reference: target, value: sourceOf(source) }));

const sourceOf = (source: string | Operand): Operand =>
  typeof source === 'string' ? reference(source) : toOperand(source);

/** The fields of an intent record that the shorthands stand for. */
export function intentParts(
  id: string,
  intentId: string,
  options: IntentOptions,
  freeId: (name: string) => string,
): Fields {
  const { expects = [], sets = {}, actions = [], text, messages = [], ...rest } = options;
  const told = text === undefined ? messages : [text, ...messages];
  return {
    name: intentId,
    intentId,
    ...rest,
    expectedAttributes: expects,
    setAttributes: assignmentParts(sets),
    actions: actions.map((entry) => {
      const {
        id: given,
        action,
        inputs = {},
        outputs = {},
      }: UseOptions = typeof entry === 'string' ? { action: entry } : entry;
      const sources = Object.entries(inputs).map(([input, source]) => [input, sourceOf(source)]);
      return { id: given ?? freeId(`${id}-${action}`), action, inputs: Object.fromEntries(sources), outputs };
    }),
    messages: told.map((entry) => {
      const {
        id: own,
        conditions = [],
        text: said,
        buttons,
        blocks,
        ...flags
      }: MessageOptions = typeof entry === 'string' ? { text: entry } : entry;
      return {
        id: own ?? freeId(`${id}-message`),
        conditions,
        blocks: blocksOf({
          ...(said === undefined ? {} : { text: said }),
          ...(buttons && { buttons }),
          ...(blocks && { blocks }),
        }),
        ...flags,
      };
    }),
  };
}

function blocksOf({ text, buttons, blocks }: MessageOptions): readonly Fields[] {
  if (blocks !== undefined) return blocks;
  if (buttons !== undefined) return [{ kind: 'button', text: text ?? '', buttons }];
  return [{ kind: 'text', text: text ?? '' }];
}
