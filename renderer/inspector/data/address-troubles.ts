import { planUrl } from '../../../shared/actions/url-plan.ts';
import type { Trouble } from '../problems-by-ref.ts';

/** What is wrong with the address of a service; one for databases and mail has a scheme of its own. */
export function addressTroubles(baseUrl: string): readonly Trouble[] {
  if (baseUrl.trim() === '' || /^(?:postgres(?:ql)?|smtps?):\/\/[^\s/]/i.test(baseUrl)) return [];
  const plan = planUrl(baseUrl, '');
  return plan.ok ? [] : [{ severity: 'error', sentence: plan.failure }];
}
