import { isJsonObject, type Json, type JsonObject } from '../../base/json.ts';
import type { Path } from '../../persistence/read-problem.ts';
import type { ReportWriter } from './import-report.ts';

/** Settings a component cannot work without, and those that must be addresses. */
const needs: Readonly<Record<string, { readonly required: readonly string[]; readonly addresses: readonly string[] }>> =
  {
    'interpreter.core.luis': { required: ['app_url', 'app_id', 'subscription_key'], addresses: [] },
    'interpreter.core.dialogflow': { required: ['project_id'], addresses: [] },
    'interpreter.core.rasa': { required: ['app_url'], addresses: ['app_url'] },
    'interpreter.core.qna': { required: ['app_url'], addresses: ['app_url'] },
    'action.core.webhook': { required: ['webhook_url'], addresses: ['webhook_url'] },
  };

const componentId =
  /^(?:interpreter|action|platform|formatter|context|attribute|operation)\.[A-Za-z0-9]+\.[A-Za-z0-9_]+$/;

/** Says what keeps a configuration from working, at the key it is about. */
export function checkComponent(
  component: string,
  configuration: Json | undefined,
  path: Path,
  report: ReportWriter,
): void {
  if (!componentId.test(component)) {
    const found =
      component === '' ? 'Nothing says which component this configures.' : `There is no component "${component}".`;
    report.doubtful([...path, 'component_id'], found);
    return;
  }
  const need = needs[component];
  if (need === undefined) return;
  const settings: JsonObject = configuration !== undefined && isJsonObject(configuration) ? configuration : {};
  for (const key of need.required)
    if (isMissing(settings[key])) report.doubtful([...path, 'configuration'], `"${key}" is missing.`);
  for (const key of need.addresses) {
    const value = settings[key];
    if (typeof value === 'string' && value !== '' && !isPublicAddress(value))
      report.doubtful([...path, 'configuration', key], 'This is no public http or https address.');
  }
}

const isMissing = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

const isPublicAddress = (text: string): boolean => {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(text.trim())?.[1] ?? '';
  return host !== '' && host.toLowerCase() !== 'localhost' && (host.includes('.') || host.includes('{'));
};
