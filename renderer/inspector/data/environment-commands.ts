import type { Command } from '../../../shared/commands/command.ts';
import type { Document } from '../../../shared/model/document.ts';

/** Environments belong to the scenario; what differs in each is said by every integration, so a change is one step. */
export const addEnvironment = ({ scenario }: Document, name: string): Command => ({
  kind: 'several',
  label: 'Add environment',
  commands: [{ kind: 'scenario.update', changes: { environments: [...(scenario.environments ?? []), name] } }],
});

export function renameEnvironment({ scenario, tables }: Document, from: string, to: string): Command {
  const names = (scenario.environments ?? []).map((name) => (name === from ? to : name));
  const commands: Command[] = [{ kind: 'scenario.update', changes: { environments: names } }];
  for (const { id, environments = {} } of tables.integrations.values()) {
    if (!Object.hasOwn(environments, from)) continue;
    const renamed = Object.entries(environments).map(([name, one]) => [name === from ? to : name, one] as const);
    const changes = { environments: Object.fromEntries(renamed) };
    commands.push({ kind: 'record.update', table: 'integrations', id, changes });
  }
  return { kind: 'several', label: 'Rename environment', commands };
}

export function removeEnvironment({ scenario, tables }: Document, gone: string): Command {
  const names = (scenario.environments ?? []).filter((name) => name !== gone);
  const commands: Command[] = [{ kind: 'scenario.update', changes: { environments: names } }];
  for (const { id, environments = {} } of tables.integrations.values()) {
    if (!Object.hasOwn(environments, gone)) continue;
    const { [gone]: _, ...others } = environments;
    commands.push({ kind: 'record.update', table: 'integrations', id, changes: { environments: others } });
  }
  return { kind: 'several', label: 'Remove environment', commands };
}
