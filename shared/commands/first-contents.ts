import type { ActionKind } from '../model/action-record.ts';

/** What a new action of each kind begins with: small, and good enough to be tried at once. */
export const firstContents = (kind: ActionKind): { readonly [field: string]: unknown } => contents[kind];

const output = (name: string, type = 'string', description = '', from = '') => ({ name, type, description, from });

const pythonCode = `def execute_action(context):
    """Greets people by name."""
    name = context["args"].get("name")
    greeting = f"Hello {name or 'you'}!"
    print(greeting)
    return {"greeting": greeting}
`;

const contents: Readonly<Record<ActionKind, { readonly [field: string]: unknown }>> = {
  api: { request: {} },
  setAttributes: {},
  python: {
    code: pythonCode,
    inputs: [{ name: 'name', description: 'Who is greeted', required: false }],
    outputs: [output('greeting')],
  },
  llm: {
    provider: 'scripted',
    system: 'You work for a small shop. Answer in one friendly sentence.',
    script: [
      { contains: 'refund', reply: 'Of course. I can help you with your refund.' },
      { contains: '', reply: 'Happy to help. Could you tell me a little more?' },
    ],
    outputs: [output('llm_response', 'string', 'What the model says')],
  },
  database: {
    query: 'SELECT * FROM products ORDER BY name LIMIT 5',
    outputs: [output('rows', 'json', 'The rows, as a list'), output('count', 'int', 'How many there are')],
  },
  calculation: {
    steps: [
      { name: 'net', expression: 'round(19.90 * 3, 2)' },
      { name: 'total', expression: 'round(net * 1.24, 2)' },
    ],
    outputs: [output('total', 'float')],
  },
  validation: {
    inputs: [{ name: 'email', description: 'What is checked', required: false }],
    rules: [{ kind: 'format', input: 'email', format: 'email', reason: 'That does not look like an e-mail address.' }],
    outputs: [output('valid', 'boolean'), output('reason', 'string', 'What is wrong, in words for people')],
  },
  workflow: { outputs: [output('steps', 'json', 'What each step gave')] },
  dateTime: { modifier: '+1 week', outputs: [output('iso', 'timestamp', 'The moment')] },
  email: {
    from: 'shop@example.com',
    to: 'ada@example.com',
    subject: 'About your order',
    body: 'Hello,\n\nthank you for talking to us.\n',
  },
  ticket: {
    subject: 'A question from a talk',
    text: 'Somebody asked: {user.utterance_text}',
    email: 'ada@example.com',
    outputs: [
      output('ticket_id', 'string', 'The number of the ticket'),
      output('status'),
      output('due_by', 'timestamp', 'When it should be answered'),
    ],
  },
  handOff: {
    note: 'Asked for a person. Last said: {user.utterance_text}',
    text: 'I am getting a colleague for you. One moment.',
    returnText: 'I am back. Is there anything else?',
    outputs: [output('handover_success', 'boolean'), output('handover_id', 'string', 'What the talk is called there')],
  },
  spreadsheet: {
    sheet: 'talks',
    cells: [
      { name: 'said', value: '{user.utterance_text}' },
      { name: 'note', value: 'to call back' },
    ],
  },
  holiday: {
    country: 'GR',
    outputs: [output('is_holiday', 'boolean'), output('name', 'string', 'What is celebrated'), output('date')],
  },
};
