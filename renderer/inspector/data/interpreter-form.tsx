import { ScanText } from 'lucide-react';
import type { InterpreterOf, InterpreterRecord } from '../../../shared/model/interpreter-record.ts';
import { useEditor } from '../../state/studio.ts';
import { textOf, useRecordEdit, type Edit } from '../edit.ts';
import { InspectorHeader } from '../inspector-header.tsx';
import { IntentMapSection } from './intent-map.tsx';
import { InterpreterKindFields } from './interpreter-kind-fields.tsx';
import { PatternRules } from './pattern-rules.tsx';

/** Who reads what people say, and what it makes of callbacks. */
export function InterpreterForm({ id }: { readonly id: string }) {
  const interpreter = useEditor((state) => state.document.tables.interpreters.get(id));
  return interpreter === undefined ? null : <InterpreterFields interpreter={interpreter} />;
}

function InterpreterFields({ interpreter }: { readonly interpreter: InterpreterRecord }) {
  const edit = useRecordEdit('interpreters', interpreter);
  return (
    <>
      <InspectorHeader
        id={interpreter.id}
        name={textOf(edit, 'name')}
        icon={<ScanText className="record-icon" data-hue="user" size={16} strokeWidth={1.75} aria-hidden />}
        remove={{ label: 'Delete interpreter', ids: [interpreter.id] }}
      />
      <div className="form-top">
        <InterpreterKindFields edit={edit} />
      </div>
      {interpreter.kind === 'pattern' && <PatternRules edit={edit as unknown as Edit<InterpreterOf<'pattern'>>} />}
      {(interpreter.kind === 'dialogflow' || interpreter.kind === 'lex') && (
        <IntentMapSection
          owner={interpreter.id}
          field="intents"
          map={interpreter.intents}
          write={(intents, burst) => edit.set({ intents }, burst)}
          place={edit.place}
          title="Intents of the service"
          note="What the service calls an intent, and the intent it means here. One that is not listed has the same name here."
          word="service name"
          fresh="Intent"
        />
      )}
      <IntentMapSection
        owner={interpreter.id}
        field="callbacks"
        map={interpreter.callbacks}
        write={(callbacks, burst) => edit.set({ callbacks }, burst)}
        place={edit.place}
        title="Callbacks"
        note="What a button or the chat window sends, and the intent it means."
        word="callback"
        fresh="CALLBACK"
      />
    </>
  );
}
