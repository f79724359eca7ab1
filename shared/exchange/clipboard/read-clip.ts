import { isJsonObject } from '../../base/json.ts';
import { fail, succeed, type Result } from '../../base/result.ts';
import { readJson } from '../../persistence/read-json.ts';
import { readLimits, type ReadLimits } from '../../persistence/read-limits.ts';
import { problemsOfIssues, type ReadProblem } from '../../persistence/read-problem.ts';
import { clipFormat, clipSchema, clipVersion, type Clip } from './clip-schema.ts';

/** Far more than anybody selects, and read in a moment. */
const clipLimits: ReadLimits = { ...readLimits, bytes: 16 * 1024 * 1024, values: 500_000 };

/** Any text gives a clip that fits together, or says place by place what is wrong. A newer version is refused. */
export function readClip(text: string): Result<Clip, readonly ReadProblem[]> {
  const json = readJson(text, clipLimits);
  if (!json.ok) return json;
  const { value } = json;
  if (!isJsonObject(value) || value['format'] !== clipFormat)
    return refuse('/format', `This was not copied in Parley: expected "format": "${clipFormat}".`);
  const { version } = value;
  if (typeof version === 'number' && version > clipVersion)
    return refuse('/version', `This was copied in a newer Parley (version ${version}; this one reads ${clipVersion}).`);
  const parsed = clipSchema.safeParse(value);
  if (!parsed.success) return fail(problemsOfIssues(parsed.error.issues, value));
  const clip = parsed.data as Clip;
  const flaw = flawOf(clip);
  return flaw === null ? succeed(clip) : refuse('', flaw);
}

const refuse = (pointer: string, sentence: string): Result<never, readonly ReadProblem[]> =>
  fail([{ pointer, sentence }]);

/** What no single record can show: every id once, everything a root or inside one. */
function flawOf(clip: Clip): string | null {
  const { conversations, scenes, turns, intents, bundle } = clip;
  const ids = new Set<string>();
  const all = [
    ...[conversations, scenes, turns, intents, clip.uses, clip.interpreters, clip.views, clip.notes, clip.tests].flat(),
    ...intents.flatMap(({ actions, messages }) => [...actions, ...messages]),
    ...[bundle.actions, bundle.attributes, bundle.contexts, bundle.integrations, bundle.mocks].flat(),
  ];
  for (const { id } of all) {
    if (ids.has(id)) return `The id "${id}" is used more than once in what was copied.`;
    ids.add(id);
  }
  const roots = new Set(clip.roots);
  const lost = [
    ...scenes.map(({ id, conversation }) => ({ id, parent: conversation, among: conversations })),
    ...turns.map(({ id, scene }) => ({ id, parent: scene, among: scenes })),
    ...intents.map(({ id, turn }) => ({ id, parent: turn, among: turns })),
  ].find(({ id, parent, among }) => !roots.has(id) && !among.some((one: { id: string }) => one.id === parent));
  if (lost !== undefined) return `There is no "${lost.parent}" to hold "${lost.id}" in what was copied.`;
  const missing = clip.roots.find((id) => !ids.has(id));
  return missing === undefined ? null : `There is no "${missing}" in what was copied.`;
}
