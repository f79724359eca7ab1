import type { Studio } from '../../state/studio.ts';
import { leaveScenario } from './leave-scenario.ts';
import { showDocument } from './show-scenario.ts';

/** Begins a scenario from a template. */
export async function newScenario(studio: Studio, templateId: string): Promise<void> {
  const { templateNamed } = await import('../../../shared/samples/templates.ts');
  const template = templateNamed(templateId);
  if (template !== undefined && (await leaveScenario(studio))) await showDocument(studio, template.create(), null);
}
