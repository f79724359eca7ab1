import { actionReferences } from '../../shared/actions/action-arguments.ts';
import type { Document } from '../../shared/model/document.ts';
import type { IntegrationRecord } from '../../shared/model/integration-record.ts';

/** A secret the scenario names: who uses it, and where it would go. */
export type NeededSecret = {
  readonly name: string;
  /** Ids of integrations and actions. */
  readonly usedBy: readonly string[];
  /** Hosts with their ports, as far as they are written down. */
  readonly hosts: readonly string[];
};

/** Every secret the scenario names, in the order of the alphabet. */
export function neededSecrets(document: Document): readonly NeededSecret[] {
  const found = new Map<string, { readonly usedBy: Set<string>; readonly hosts: Set<string> }>();
  const note = (name: string, user: string, hosts: readonly string[]): void => {
    if (name.trim() === '') return;
    const known = found.get(name) ?? { usedBy: new Set<string>(), hosts: new Set<string>() };
    known.usedBy.add(user);
    for (const host of hosts) known.hosts.add(host);
    found.set(name, known);
  };
  for (const integration of document.tables.integrations.values())
    for (const [name, hosts] of secretsOf(integration)) note(name, integration.id, hosts);
  for (const action of document.tables.actions.values())
    for (const { context, attribute } of actionReferences(action))
      if (context === 'secret') note(attribute, action.id, []);
  return [...found]
    .map(([name, { usedBy, hosts }]) => ({ name, usedBy: [...usedBy], hosts: [...hosts] }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function secretsOf({ authentication, baseUrl, environments = {} }: IntegrationRecord) {
  if (authentication.kind === 'none') return [];
  const { secret } = authentication;
  const token = authentication.kind === 'oauth2' ? hostsOf(authentication.tokenUrl) : [];
  return [
    [secret, [...hostsOf(baseUrl), ...token]] as const,
    ...Object.values(environments).map(
      (environment) => [environment.secret || secret, [...hostsOf(environment.baseUrl || baseUrl), ...token]] as const,
    ),
  ];
}

/** The host of an address with its port; none while it is being written, or made of references. */
function hostsOf(address: string): readonly string[] {
  const [, host] = /^https?:\/\/([^/?#\s{}$@]+)/i.exec(address.trim()) ?? [];
  return host === undefined ? [] : [host.toLowerCase()];
}
