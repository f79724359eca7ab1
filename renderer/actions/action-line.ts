import { assertNever } from '../../shared/base/assert-never.ts';
import { actionKindWords } from '../../shared/model/action-kind-words.ts';
import type { ActionOf, ActionRecord } from '../../shared/model/action-record.ts';

/** What this action does, in a few words that fit under its name; without contents, what its kind does. */
export function actionLine(action: ActionRecord): string {
  const line = ownLine(action).replace(/\s+/g, ' ').trim();
  return line === '' ? actionKindWords[action.kind].does : line.slice(0, 160);
}

function ownLine(action: ActionRecord): string {
  switch (action.kind) {
    case 'api': {
      const { method, path, baseUrl } = action.request;
      return `${method} ${path === '' ? baseUrl || '…' : path}`;
    }
    case 'python':
      return pythonLine(action.code);
    case 'llm':
      return llmLine(action);
    case 'database':
      return action.query;
    case 'calculation':
      return action.steps.map(({ name, expression }) => `${name} = ${expression}`).join('; ');
    case 'validation':
      return listed([
        ...new Set(action.rules.map((rule) => (rule.kind === 'eligible' ? rule.expression : rule.input))),
      ]);
    case 'workflow':
      return action.steps.map(({ name }) => name).join(' → ');
    case 'setAttributes':
      return listed(action.assignments.map(({ reference }) => reference));
    default:
      return serviceLine(action);
  }
}

type ServiceAction = ActionOf<'dateTime' | 'email' | 'ticket' | 'handOff' | 'spreadsheet' | 'holiday'>;

function serviceLine(action: ServiceAction): string {
  switch (action.kind) {
    case 'dateTime':
      return [action.base || 'now', action.modifier, action.zone].filter(Boolean).join(' ');
    case 'email':
      return [action.to === '' ? '' : `to ${action.to}`, action.subject].filter(Boolean).join(': ');
    case 'ticket':
      return [action.priority, action.subject].filter(Boolean).join(': ');
    case 'handOff':
      return action.provider === 'desk' ? 'to the desk' : 'to Chatwoot';
    case 'spreadsheet':
      return [action.sheet, listed(action.cells.map(({ name }) => name))].filter(Boolean).join(': ');
    case 'holiday':
      return [action.country, action.region, action.date || 'today'].filter(Boolean).join(', ');
    default:
      return assertNever(action);
  }
}

/** What the function says about itself, else its first statement. */
function pythonLine(code: string): string {
  const [, body = code] = /def\s+execute_action\b[^\n]*\n([\s\S]*)/.exec(code) ?? [];
  const [, told = ''] = /^\s*(?:"""|''')\s*([^\n]*?)\s*(?:"""|'''|\n|$)/.exec(body) ?? [];
  if (told !== '') return told;
  const lines = body.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? '';
}

function llmLine({ provider, model, script, prompt }: ActionOf<'llm'>): string {
  if (provider === 'scripted') return `scripted: ${script.length} ${script.length === 1 ? 'reply' : 'replies'}`;
  return [model || provider, prompt].filter(Boolean).join(': ');
}

const listed = (names: readonly string[]): string => names.filter(Boolean).join(', ');
