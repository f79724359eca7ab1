import type { JsonObject } from '../../base/json.ts';

/** The two configurations every scenario of OpenDialog begins with. */
export const defaultInterpreterRow = (scenario: string): JsonObject => ({
  name: 'OpenDialog',
  scenario_id: `$path:${scenario}`,
  component_id: 'interpreter.core.opendialog',
  configuration: { callbacks: { WELCOME: 'intent.core.welcome' }, enable_similarity_evaluation: true },
  active: true,
});

export const defaultPlatformRow = (scenario: string): JsonObject => ({
  name: 'Webchat',
  scenario_id: `$path:${scenario}`,
  component_id: 'platform.core.webchat',
  configuration: {
    general: {
      open: true,
      chatbotName: 'OpenDialog',
      newUserOpenCallback: 'WELCOME',
      returningUserOpenCallback: 'WELCOME',
      ongoingUserOpenCallback: '',
      restartButtonCallback: 'intent.core.restart',
    },
  },
  active: true,
});
