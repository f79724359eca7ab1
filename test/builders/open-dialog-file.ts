import type { Json, JsonObject } from '../../shared/base/json.ts';

type Parts = { readonly [key: string]: Json };

const level = { description: '', interpreter: '', behaviors: ['STARTING'], conditions: [] };

/** A file of OpenDialog with one conversation, one scene and one OPEN turn that holds these intents. */
export const anOpenDialogFile = (
  {
    requests = [],
    responses = [],
    turn = {},
  }: { requests?: readonly Json[]; responses?: readonly Json[]; turn?: Parts },
  more: Parts = {},
): JsonObject => ({
  od_id: 'shop',
  name: 'Shop',
  ...level,
  behaviors: [],
  conversations: [
    {
      od_id: 'talk',
      name: 'Talk',
      ...level,
      scenes: [
        {
          od_id: 'scene',
          name: 'Scene',
          ...level,
          turns: [
            {
              od_id: 'turn',
              name: 'Turn',
              ...level,
              behaviors: ['STARTING', 'OPEN'],
              valid_origins: [],
              request_intents: requests,
              response_intents: responses,
              ...turn,
            },
          ],
        },
      ],
    },
  ],
  ...more,
});

/** An intent of such a file; what is not said is as the designer leaves it. */
export const anOpenDialogIntent = (od_id: string, speaker: 'USER' | 'APP', more: Parts = {}): JsonObject => ({
  od_id,
  name: od_id,
  ...level,
  behaviors: [],
  speaker,
  confidence: 1,
  sample_utterance: '',
  listens_for: [],
  expected_attributes: [],
  actions: [],
  message_templates: [],
  ...more,
});

/** A message template that says a text. */
export const anOpenDialogMessage = (text: string, more: Parts = {}): JsonObject => ({
  od_id: 'message',
  name: 'message',
  description: '',
  message_markup: `<message><text-message>${text}</text-message></message>`,
  conditions: [],
  behaviors: [],
  interpreter: '',
  ...more,
});

/** A condition as the file has it. */
export const anOpenDialogCondition = (operation: string, attribute: string, value?: Json): JsonObject => ({
  operation,
  operationAttributes: [{ id: 'attribute', value: attribute }],
  parameters: value === undefined ? [] : [{ id: 'value', value }],
});
