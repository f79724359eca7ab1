import type { Json } from '../../../../../shared/base/json.ts';
import { anOpenDialogFile, anOpenDialogMessage } from '../../../../builders/open-dialog-file.ts';
import { asList, asObject, asWord, holdsThat, same, type Handler } from './case-file.ts';
import { app, conditionOf, heard, importFile, talkAbout, typeNamed, user } from './scenario-of.ts';

/** Whether a message is said when these conditions guard it. */
function isSaid(conditions: readonly Json[], reference: string, attribute: Json, asFirstVersion = true): boolean {
  const { type, value } = asObject(attribute);
  const absent = /^absent(?: \((\w+)\))?$/.exec(asWord(attribute));
  const name = reference.split('.').at(-1) ?? '';
  const typed = asWord(type) || absent?.[1];
  const talk = talkAbout(
    {
      requests: [user('ask')],
      responses: [app('tell', { message_templates: [anOpenDialogMessage('said', { conditions })] })],
    },
    absent !== null || value === undefined || value === null ? {} : { [reference]: value },
    typed === undefined ? {} : { [name]: typeNamed(typed) },
    asFirstVersion,
  );
  return talk.press('ask').texts.length > 0;
}

const operation: Handler = (input, expected) => {
  const { operation: name, attribute = null, parameters } = asObject(input);
  const condition = {
    operation: name ?? '',
    operationAttributes: [{ id: 'attribute', value: 'session.value' }],
    parameters: Object.entries(asObject(parameters)).map(([id, value]) => ({ id, value })),
  };
  // Only what is absent is an empty value of its type; a null is a null, which here is the same as absent.
  const isNull = asObject(attribute)['value'] === null && asWord(name).startsWith('is_');
  return same(isSaid([condition], 'session.value', attribute, !isNull), expected);
};

const conditionList: Handler = (input, expected) => {
  const {
    attribute,
    conditions,
    objects_without_conditions: count,
    interpreted_attribute: interpreted,
    intents,
  } = asObject(input);
  if (typeof count === 'number') {
    const requests = Array.from({ length: count }, (_, index) => user(`one_${index}`));
    const passing = requests.filter(({ od_id }) => heard(talkAbout({ requests }).press(asWord(od_id))) === od_id);
    return same(passing.length, expected);
  }
  if (intents !== undefined) {
    const passing = Object.entries(asObject(intents)).flatMap(([id, condition]) => {
      const talk = talkAbout({ requests: [user('said', { conditions: [conditionOf(condition)] })] });
      talk.hear({ kind: 'form', callback: 'said', fields: asObject(interpreted), text: '' });
      return heard(talk) === 'said' ? [id] : [];
    });
    return same(passing, expected);
  }
  const [[reference, value] = ['', null]] = Object.entries(asObject(attribute));
  const said = isSaid(
    asList(conditions).map((one) => conditionOf(one, reference)),
    reference,
    value,
  );
  return holdsThat(
    said !== asWord(expected).startsWith('no message'),
    said ? 'message selected' : 'no message selected',
  );
};

const conditionValidation: Handler = (input, expected) => {
  const conditions = asList(asObject(input)['conditions']);
  const { document, findings } = importFile(anOpenDialogFile({ requests: [user('ask', { conditions })] }));
  const isValid = !findings.some(({ outcome, pointer }) => pointer.includes('/conditions/') && outcome !== 'changed');
  const taken = document.tables.intents.get('ask')?.conditions.length === conditions.length;
  return same(isValid && taken ? 'valid' : 'invalid', expected);
};

export const conditionCases = {
  operation,
  condition_list: conditionList,
  condition_validation: conditionValidation,
} satisfies Record<string, Handler>;
