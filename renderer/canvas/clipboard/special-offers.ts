import type { Json } from '../../../shared/base/json.ts';
import type { Command } from '../../../shared/commands/command.ts';
import { copyClip } from '../../../shared/exchange/clipboard/copy-clip.ts';
import { looksLikeCurl } from '../../../shared/exchange/curl/read-curl.ts';
import { readMarkup } from '../../../shared/exchange/markup/read-markup.ts';
import { planServices } from '../../../shared/exchange/services/plan-service.ts';
import { readServices } from '../../../shared/exchange/services/read-services.ts';
import { childIds, type Document } from '../../../shared/model/document.ts';
import type { MessageBlock } from '../../../shared/model/message-block.ts';
import { readScenario } from '../../../shared/persistence/read-scenario.ts';
import { curlCommand, nameOfAddress } from '../../actions/curl-command.ts';
import { droppedKind } from '../../app/files/dropped-kind.ts';
import { importTranslations } from '../../app/files/translation-files.ts';
import { showImported } from '../../app/files/show-imported.ts';
import { containersAbove } from '../../palette/containers-above.ts';
import type { Studio } from '../../state/studio.ts';
import type { Placing } from '../../state/ui-store.ts';
import { doEntry, madeEntry, type MenuEntry } from '../gestures/menu-entry.ts';
import type { ClipTarget } from './clip-target.ts';
import { exampleOffers } from './example-offers.ts';
import { labelledOffers } from './labelled-offers.ts';
import { takeClip } from './take-clip.ts';
import { newIntent } from './text-offers.ts';

type Asked = {
  readonly studio: Studio;
  readonly document: Document;
  readonly selected: string | undefined;
  readonly place: Placing;
  readonly target: ClipTarget;
};

/** Texts longer than this are not looked into for what else they could be. */
const mostRead = 4 * 1024 * 1024;

/** What a text is besides words: the first thing offered when it is pasted or dropped. Of most texts, nothing. */
export function specialOffers(studio: Studio, text: string, target: ClipTarget, place: Placing): readonly MenuEntry[] {
  const { document, selection } = studio.editor.getState();
  const asked: Asked = { studio, document, selected: selection[0], place, target };
  const whole = text.trim();
  if (whole.length > mostRead) return [];
  if (looksLikeCurl(whole)) return callOffers(asked, whole, addressIn(whole));
  if (/^https?:\/\/[^\s'"<>]+$/i.test(whole)) return callOffers(asked, `curl '${whole}'`, whole);
  if (/^[[{]/.test(whole)) return jsonOffers(asked, whole);
  if (/^<message[\s>]/.test(whole)) return markupOffers(asked, whole);
  if (/^<\?xml[\s\S]{0,2000}<xliff\b|^<xliff\b/.test(whole))
    return [doEntry('Translations to take in', () => importTranslations(studio, 'pasted.xlf', whole))];
  if (/^(?:openapi|swagger)\s*:/m.test(whole.slice(0, 2000)))
    studio.ui.notify(
      'info',
      'A description of a service in YAML is not read. Save it as JSON, and paste or drop that.',
    );
  return labelledOffers(document, text, place);
}

const addressIn = (command: string): string => /https?:\/\/[^\s'"]+/i.exec(command)?.[0] ?? '';

function callOffers({ studio, document, selected, place }: Asked, command: string, address: string) {
  const { intent } = containersAbove(document, selected);
  const made = curlCommand(document, command, nameOfAddress(address), intent);
  if (!made.ok) {
    studio.ui.notify('bad', `This could be a call of a service, but cannot be read as one. ${made.failure}`);
    return [];
  }
  const name = intent === null ? undefined : document.tables.intents.get(intent)?.intentId;
  const label = name === undefined ? 'An API call' : `An API call of “${name}”`;
  return [madeEntry(label, place(made.value.make), made.value.says)];
}

function jsonOffers(asked: Asked, text: string): readonly MenuEntry[] {
  const { studio, document, selected, place } = asked;
  const json = parsed(text);
  if (json === undefined) {
    studio.ui.notify('info', 'This begins like JSON, but is none: a comma, quote or bracket is missing in it.');
    return [];
  }
  const kind = droppedKind('', text);
  if (kind === 'openDialog')
    return [doEntry('A scenario of OpenDialog, to open', () => void showImported(studio, 'what was pasted', text))];
  if (kind === 'scenario') return scenarioOffers(asked, text);
  const services = readServices(json);
  if (services.length > 0) {
    const operations = services.reduce((sum, service) => sum + service.operations.length, 0);
    const what = services.length === 1 ? 'An integration' : `${services.length} integrations`;
    const says =
      'Who may call it is not in such a description: say so in the integration, then make actions of its operations.';
    const puts = planServices(document, services);
    const command: Command = {
      kind: 'records.put',
      label: services.length === 1 ? 'Add integration' : 'Add integrations',
      puts,
    };
    return [madeEntry(`${what} with ${operations} operation${operations === 1 ? '' : 's'}`, command, says)];
  }
  const { intent } = containersAbove(document, selected);
  return exampleOffers(document, json, selected, intent, place);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** What another scenario says can be had here as if it had been copied there. */
function scenarioOffers({ studio, target }: Asked, text: string): readonly MenuEntry[] {
  const read = readScenario(text);
  const conversations = read.ok ? childIds(read.value.document, read.value.document.scenario.id) : [];
  const clip = read.ok ? copyClip(read.value.document, conversations) : null;
  if (clip === null) {
    studio.ui.notify(
      'bad',
      'This is a whole scenario with nothing in it that could be taken in here, or a damaged one.',
    );
    return [];
  }
  const what = conversations.length === 1 ? 'Its conversation' : `Its ${conversations.length} conversations`;
  return [doEntry(`${what}, taken in here`, () => void takeClip(studio, clip, 'Paste scenario', target))];
}

/** A message as OpenDialog writes it down. */
function markupOffers({ document, selected, place }: Asked, text: string): readonly MenuEntry[] {
  const { blocks, problems } = readMarkup(text);
  if (blocks.length === 0) return [];
  const command: Command = newIntent(document, selected, place, 'APP', firstWords(blocks), (id) => ({
    messages: [{ id: `${id}-message` as never, name: '', conditions: [], blocks: [...blocks] }],
  }));
  return [madeEntry('An APP intent with this message', command, problems.map(({ sentence }) => sentence).join(' '))];
}

const firstWords = (blocks: readonly MessageBlock[]): string =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))[0] ?? 'pasted_message';
