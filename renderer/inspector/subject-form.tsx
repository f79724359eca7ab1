import { assertNever } from '../../shared/base/assert-never.ts';
import { ActionForm } from './action/action-form.tsx';
import { ActionUseForm } from './action/action-use-form.tsx';
import { AttributeForm } from './data/attribute-form.tsx';
import { ContextForm } from './data/context-form.tsx';
import { IntegrationForm } from './data/integration-form.tsx';
import { InterpreterForm } from './data/interpreter-form.tsx';
import { IntentForm } from './intent/intent-form.tsx';
import { LevelForm } from './level-form.tsx';
import { NoteForm } from './note-form.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import { SeveralForm } from './several-form.tsx';
import type { Subject } from './subject.ts';
import { TestForm } from './data/test-form.tsx';

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
