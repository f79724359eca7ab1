import { lazyPart } from '../ui/lazy-part.tsx';
import { ConditionList } from './conditions/lazy-conditions.ts';

// One form is looked at at a time, and some bring much along: each comes when it is first wanted.
// The scenario's own is in the first picture, and with it.

export const ActionForm = lazyPart(
  'The form of an action',
  async () => (await import('./action/action-form.tsx')).ActionForm,
);
export const ActionUseForm = lazyPart(
  'The form of a use',
  async () => (await import('./action/action-use-form.tsx')).ActionUseForm,
);
export const AttributeForm = lazyPart(
  'The form of an attribute',
  async () => (await import('./data/attribute-form.tsx')).AttributeForm,
);
export const ContextForm = lazyPart(
  'The form of a context',
  async () => (await import('./data/context-form.tsx')).ContextForm,
);
export const IntegrationForm = lazyPart(
  'The form of an integration',
  async () => (await import('./data/integration-form.tsx')).IntegrationForm,
);
export const IntentForm = lazyPart(
  'The form of an intent',
  async () => (await import('./intent/intent-form.tsx')).IntentForm,
);
export const InterpreterForm = lazyPart(
  'The form of an interpreter',
  async () => (await import('./data/interpreter-form.tsx')).InterpreterForm,
);
export const LevelForm = lazyPart('The form of a level', async () => (await import('./level-form.tsx')).LevelForm);
export const NoteForm = lazyPart('The form of a note', async () => (await import('./note-form.tsx')).NoteForm);
export const ScenarioSettings = lazyPart(
  'Languages, worlds and environments',
  async () => (await import('./scenario-settings.tsx')).ScenarioSettings,
);
export const SeveralForm = lazyPart(
  'The form of several records',
  async () => (await import('./several-form.tsx')).SeveralForm,
);
export const TestForm = lazyPart('The form of a test', async () => (await import('./data/test-form.tsx')).TestForm);

/** All of them with what they fetch in turn, for whoever cannot wait. */
export const loadForms = async (): Promise<void> => {
  await Promise.all(forms.map((form) => form.load()));
};

const forms = [
  ActionForm,
  ActionUseForm,
  AttributeForm,
  ContextForm,
  IntegrationForm,
  IntentForm,
  InterpreterForm,
  LevelForm,
  NoteForm,
  ScenarioSettings,
  SeveralForm,
  TestForm,
  ConditionList,
];
