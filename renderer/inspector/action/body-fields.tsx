import { assertNever } from '../../../shared/base/assert-never.ts';
import { planJson } from '../../../shared/actions/json-plan.ts';
import type { RequestTemplate } from '../../../shared/model/action-kinds.ts';
import type { Edit, ListBinding } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { NamedValues } from '../fields/named-values.tsx';
import { readJson } from '../fields/read-json.ts';
import type { Trouble } from '../problems-by-ref.ts';
import { ReferenceField } from '../references/reference-field.tsx';
import type { NamedValue } from '../../../shared/model/action-parts.ts';

type Body = RequestTemplate['body'];

const kinds = [
  { value: 'none', label: 'None' },
  { value: 'json', label: 'JSON' },
  { value: 'form', label: 'Form' },
  { value: 'text', label: 'Text' },
] as const satisfies readonly { value: Body['kind']; label: string }[];

/** What a request carries. */
export function BodyFields({ request }: { readonly request: Edit<RequestTemplate> }) {
  const { body } = request.value;
  return (
    <>
      <ChoiceField
        label="Body"
        meaning="What the request carries"
        value={body.kind}
        choices={kinds}
        onChoose={(kind) => request.set({ body: withKind(body, kind) })}
      />
      {(body.kind === 'json' || body.kind === 'text') && (
        <div className="body-editor">
          <ReferenceField
            label={body.kind === 'json' ? 'JSON body' : 'Text body'}
            meaning="$argument and {reference} are filled in"
            form={body.kind === 'json' ? 'json' : 'request'}
            lines
            mono
            placeholder={body.kind === 'json' ? '{ "order": "$orderId" }' : 'Order $orderId'}
            text={body.text}
            place={request.place('body')}
            troubles={[...request.troubles('body'), ...(body.kind === 'json' ? jsonTroubles(body.text) : [])]}
            write={(text) => request.set({ body: { ...body, text } }, 'body')}
          />
        </div>
      )}
      {body.kind === 'form' && (
        <NamedValues title="Fields" meaning="Sent as a form" word="field" list={fieldsOf(request, body.fields)} />
      )}
    </>
  );
}

const fieldsOf = (request: Edit<RequestTemplate>, fields: readonly NamedValue[]): ListBinding<NamedValue> => ({
  items: fields,
  base: request.place('body.fields'),
  place: (index, field = '') => request.place(`body.fields.${index}.${field}`),
  troubles: [],
  write: (next, burst = null) =>
    request.set({ body: { kind: 'form', fields: next } }, burst === null ? null : `body.fields.${burst}`),
});

/** Another kind of body keeps what both can say. */
function withKind(body: Body, kind: Body['kind']): Body {
  const text = 'text' in body ? body.text : '';
  switch (kind) {
    case 'none':
      return { kind };
    case 'form':
      return { kind, fields: 'fields' in body ? body.fields : [] };
    case 'json':
      return { kind, text: text === '' ? '{\n  \n}' : text };
    case 'text':
      return { kind, text };
    default:
      return assertNever(kind);
  }
}

/** Where it stops being JSON, and the one mistake everybody makes. */
function jsonTroubles(text: string): readonly Trouble[] {
  if (text.trim() === '') return [];
  const read = readJson(text);
  const plan = planJson(text);
  if (read.ok) return plan.ok ? [] : [{ severity: 'error', sentence: plan.failure }];
  const hint = /[:[,]\s*\$[A-Za-z_]/.test(text) ? ' Put "$name" in quotes: a number or a list keeps its type.' : '';
  return [{ severity: 'error', sentence: `${read.failure}${hint}` }];
}
