import { expect, test } from 'vitest';
import { colourOf, contrast, readRules, seen, themes, type Theme } from '../ui/css-colours.ts';

const rules = readRules('ui', 'canvas');

/** `selector | property`, as the stylesheets say it, or a value of its own. */
type Source = string;
type Pair = {
  readonly what: string;
  readonly mark: Source;
  /** What it stands on, the nearest first. */
  readonly on: readonly Source[];
  /** The rules whose custom properties count there. */
  readonly of?: readonly string[];
};

const words = 4.5;
const marks = 3;

const canvas = '.canvas | background';
const conversation = ".frame[data-kind='conversation'] | background";
const scene = ".frame[data-kind='scene'] | background";
const turn = ".frame[data-kind='turn'] | background";
const grounds = [canvas, conversation, scene, turn];
const node = '.intent | background';

const speakers = ['USER', 'APP'].map((speaker) => `.intent[data-speaker='${speaker}']`);
const noteColours = ['neutral', 'accent', 'user', 'app', 'action', 'data', 'ok', 'problem'];
const notes = [['.note'], ...noteColours.map((colour) => ['.note', `.note[data-colour='${colour}']`])];
const types = ['text', 'number', 'truth', 'time', 'many'].map((type) => `:is(.wire, .pin)[data-type='${type}']`);

const everywhere = (what: string, mark: Source, of?: readonly string[]): Pair[] =>
  grounds.map((ground) => ({ what: `${what} on ${ground}`, mark, on: [ground], ...(of === undefined ? {} : { of }) }));

const written: readonly Pair[] = [
  ...speakers.flatMap((speaker): Pair[] =>
    [[speaker], [speaker, ".intent[data-light='rejected']"]].flatMap((of) => [
      { what: 'head', mark: '.intent-head | color', on: [node], of },
      { what: 'number of others', mark: '.intent-others | color', on: [node], of },
      { what: 'text', mark: '.intent-text | color', on: [node], of },
      { what: 'text that is missing', mark: '.intent-text[data-empty] | color', on: [node], of },
      { what: 'reference in a text', mark: '.intent-text b | color', on: [node], of },
      { what: 'button', mark: '.intent-buttons span | color', on: ['.intent-buttons span | background'], of },
      { what: 'row', mark: '.pin-row | color', on: [node], of },
      { what: 'row that reads', mark: ".intent-rows .pin-row[data-role='reads'] | color", on: [node], of },
      { what: 'type of a row', mark: '.pin-type | color', on: [node], of },
      { what: 'sign', mark: '.badge | color', on: ['.badge | background', node], of },
      { what: 'further out', mark: 'var(--text)', on: [".intent[data-detail='block'] | background"], of },
    ]),
  ),
  ...['.action', '.context'].flatMap((kind): Pair[] => {
    const of = [kind];
    return [
      { what: 'row', mark: '.pin-row | color', on: [node], of },
      { what: 'row left to its default', mark: ".pin-row[data-state='default'] | color", on: [node], of },
      { what: 'type of a row', mark: '.pin-type | color', on: [node], of },
      { what: 'further out', mark: 'var(--text)', on: [`${kind}[data-detail='block'] | background`], of },
    ];
  }),
  { what: 'what an action does', mark: '.action-what | color', on: [node], of: ['.action'] },
  {
    what: 'an action switched off',
    mark: '.action[data-off] :is(.action-name, .pin-row) | color',
    on: [node],
    of: ['.action'],
  },
  { what: 'mocked', mark: ".mode-badge[data-mode='mock'] | color", on: [node], of: ['.action'] },
  { what: 'live', mark: ".mode-badge[data-mode='live'] | color", on: [".mode-badge[data-mode='live'] | background"] },
  { what: 'name of a context', mark: '.context-head | color', on: [node], of: ['.context'] },
  { what: 'value in a context', mark: '.pin-value | color', on: [node], of: ['.context'] },
  { what: 'row a wire is over', mark: '.context-new[data-over] | color', on: ['.context-new[data-over] | background'] },
  {
    what: 'start',
    mark: ".badge[data-behavior='STARTING'] | color",
    on: [".badge[data-behavior='STARTING'] | background"],
  },
  { what: 'number of problems', mark: '.problem-dot | color', on: ['.problem-dot | background'] },
  {
    what: 'number of warnings',
    mark: ".problem-dot[data-severity='warning'] | color",
    on: [".problem-dot[data-severity='warning'] | background"],
  },
  { what: 'title of a conversation', mark: 'var(--text)', on: [conversation] },
  { what: 'title of a scene', mark: ".frame[data-kind='scene'] > .frame-title | color", on: [scene] },
  { what: 'title of a turn', mark: ".frame[data-kind='turn'] > .frame-title | color", on: [turn] },
  ...everywhere('nothing in a frame yet', '.frame-empty | color'),
  ...everywhere('fold', '.fold-button | color'),
  { what: 'label of a wire', mark: '.wire-label | color', on: ['.wire-label | background'] },
  { what: 'label of a wire, aside', mark: '.wire-label em | color', on: ['.wire-label | background'] },
  { what: 'what happened', mark: '.light-note | color', on: ['.light-note | background'] },
  {
    what: 'what happened: matched',
    mark: ":is(.intent, .action)[data-light='matched'] .light-note | color",
    on: ['.light-note | background'],
  },
  {
    what: 'what happened: failed',
    mark: ".action[data-light='failed'] .light-note | color",
    on: ['.light-note | background'],
  },
  ...notes.flatMap((of): Pair[] => [
    { what: 'note', mark: 'var(--text)', on: ['.note | background'], of },
    { what: 'note that is empty', mark: '.note .note-text[data-empty] | color', on: ['.note | background'], of },
    ...[canvas, conversation].map((ground) => ({
      what: 'title of an area',
      mark: '.note-title .note-text | color',
      on: [".note[data-form='area'] | background", ground],
      of,
    })),
    // A label of no colour is written like everything else.
    ...(of.length === 1
      ? []
      : [{ what: 'label', mark: ".note[data-form='label'][data-colour] .note-text | color", on: [canvas], of }]),
  ]),
];

const told: readonly Pair[] = [
  ...everywhere('selected', 'var(--accent)'),
  ...everywhere('heard and matched', ".intent[data-light='matched'] | border-color"),
  ...everywhere('answered', ".intent[data-light='selected'] | border-color"),
  ...everywhere('action that succeeded', ".action[data-light='succeeded'] | border-color"),
  ...everywhere('action that failed', ".action[data-light='failed'] | border-color"),
  ...everywhere('action that runs', ".action[data-light='running'] | border-color"),
  ...everywhere('context that changed', ".context[data-light='changed'] | border-color"),
  ...everywhere('wire that was taken', ".wire[data-light='taken'] | stroke"),
  ...everywhere('transition', ".wire[data-kind='transition'] | stroke"),
  ...types.flatMap((type) => everywhere(`value on its way, ${type}`, ".wire[data-kind='data'] | stroke", [type])),
  ...speakers.map((speaker) => ({
    what: 'stroke of what was rejected',
    mark: 'var(--text-faint)',
    on: [node],
    of: [speaker, ".intent[data-light='rejected']"],
  })),
  ...types.flatMap((type) =>
    ['.action', '.context', ...speakers].map((kind) => ({
      what: `pin, ${type}`,
      mark: '.pin | border-color',
      on: [node],
      of: [kind, type],
    })),
  ),
  { what: 'switch, off', mark: '.switch::after | background', on: ['.switch | background'] },
  {
    what: 'switch, on',
    mark: ".switch[aria-checked='true']::after | background",
    on: [".switch[aria-checked='true'] | background"],
  },
  { what: 'corner of a note', mark: 'var(--accent)', on: ['.resize-handle | background'] },
];

for (const theme of themes) {
  test(`what is written on the canvas can be read (${theme})`, () => {
    expect(tooFaint(written, words, theme)).toEqual([]);
  });

  test(`what the canvas tells by marks and edges can be seen (${theme})`, () => {
    expect(tooFaint(told, marks, theme)).toEqual([]);
  });
}

test('what is measured is what the stylesheets say', () => {
  const nowhere = [{ what: 'nothing', mark: '.nowhere | color', on: [canvas] }];
  expect(() => tooFaint(nowhere, words, 'light')).toThrow('.nowhere');
  expect(tooFaint([{ what: 'line', mark: 'var(--line)', on: [canvas] }], words, 'light')).toHaveLength(1);
});

function tooFaint(pairs: readonly Pair[], least: number, theme: Theme): string[] {
  return pairs.flatMap(({ what, mark, on, of = [] }) => {
    const own = new Map(of.flatMap((selector) => [...declared(selector)].filter(([name]) => name.startsWith('--'))));
    const read = (source: Source) => colourOf(rules, valueOf(source), theme, own);
    const ground = on.map(read);
    const ratio = contrast(seen([read(mark), ...ground]), seen(ground));
    return ratio < least ? [`${of.join(' ')} ${what}: ${ratio.toFixed(2)}`] : [];
  });
}

function declared(selector: string): ReadonlyMap<string, string> {
  const found = rules.get(selector);
  if (found === undefined) throw new Error(`The canvas has no rule for ${selector}.`);
  return found;
}

function valueOf(source: Source): string {
  const [selector = '', property] = source.split(' | ');
  if (property === undefined) return source;
  const value = declared(selector).get(property) ?? declared(selector).get(property.replace(/-color$/, ''));
  if (value === undefined) throw new Error(`${selector} says nothing about ${property}.`);
  // Of a border, what comes after its width and its kind.
  return property === 'border-color' ? value.replace(/^[\d.]+px \w+ /, '') : value;
}
