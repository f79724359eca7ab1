import { assertNever } from '../../shared/base/assert-never.ts';
import {
  ActionForm,
  ActionUseForm,
  AttributeForm,
  ContextForm,
  IntegrationForm,
  IntentForm,
  InterpreterForm,
  LevelForm,
  NoteForm,
  SeveralForm,
  TestForm,
} from './lazy-forms.ts';
import { ScenarioForm } from './scenario-form.tsx';
import type { Subject } from './subject.ts';

/** The form for what is selected. */
export function SubjectForm({ subject }: { readonly subject: Subject }) {
  switch (subject.kind) {
    case 'scenario':
      return <ScenarioForm />;
    case 'several':
      return <SeveralForm ids={subject.ids} />;
    case 'conversations':
    case 'scenes':
    case 'turns':
      return <LevelForm table={subject.kind} id={subject.id} />;
    case 'intents':
      return <IntentForm id={subject.id} message={subject.message} />;
    case 'use':
      return <ActionUseForm id={subject.id} />;
    case 'actions':
      return <ActionForm id={subject.id} view={subject.view} />;
    case 'context':
      return <ContextForm name={subject.name} view={subject.view} />;
    case 'attributes':
      return <AttributeForm id={subject.id} />;
    case 'integrations':
      return <IntegrationForm id={subject.id} />;
    case 'interpreters':
      return <InterpreterForm id={subject.id} />;
    case 'notes':
      return <NoteForm id={subject.id} />;
    case 'tests':
      return <TestForm id={subject.id} />;
    default:
      return assertNever(subject);
  }
}
