import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDiff } from '../../shared/commands/diff.ts';
import { planCommand } from '../../shared/commands/plan-command.ts';
import type { Document } from '../../shared/model/document.ts';
import type { AttributeId } from '../../shared/model/ids.ts';
import { printScenario } from '../../shared/persistence/print-scenario.ts';
import { usesByAttribute, usesOfAttribute } from '../../shared/problems/attribute-uses.ts';
import { unwrap } from '../builders/unwrap.ts';
import { Dice, randomScenario } from './random-scenario.ts';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 120);

const rename = (document: Document, id: AttributeId, name: string): Document =>
  applyDiff(document, unwrap(planCommand(document, { kind: 'attribute.rename', id, name })).diff);

const drawn = fc.record({ seed: fc.nat(1_000_000), pick: fc.nat(99) });

function draw({ seed, pick }: { readonly seed: number; readonly pick: number }) {
  const document = randomScenario(seed);
  const attributes = [...document.tables.attributes.values()];
  const attribute = attributes[pick % attributes.length];
  if (attribute === undefined) throw new Error('A random scenario has attributes.');
  return { document, attribute };
}

test('[C21, C22] a renamed attribute is said nowhere by its old name, and renamed back it is as before, byte for byte', () => {
  fc.assert(
    fc.property(drawn, (dice) => {
      const { document, attribute } = draw(dice);
      const [first, second] = ['zzFirstName', 'zzSecondName'];
      const once = rename(document, attribute.id, first);
      expect(usesOfAttribute(once, attribute.name)).toEqual(usesOfAttribute(document, 'nobodySaysThis'));
      const [was, is] = [usesOfAttribute(document, attribute.name), usesOfAttribute(once, first)];
      expect([is.setBy.length, is.readBy.length]).toEqual([was.setBy.length, was.readBy.length]);
      // A name nothing else is called by: what is left of it would be a reference that was not followed.
      const twice = rename(once, attribute.id, second);
      expect(printScenario(twice)).toBe(printScenario(once).replaceAll(first, second));
      expect(printScenario(rename(once, attribute.id, attribute.name))).toBe(printScenario(document));
    }),
    { numRuns: runs },
  );
});

test('[C39] merged attributes are said nowhere, whatever the scenario', () => {
  fc.assert(
    fc.property(drawn, (dice) => {
      const { document, attribute } = draw(dice);
      const merged = [...document.tables.attributes.values()]
        .filter(({ id }) => id !== attribute.id)
        .map(({ id }) => id);
      const command = { kind: 'attributes.merge', keep: attribute.id, merged } as const;
      const after = applyDiff(document, unwrap(planCommand(document, command)).diff);
      const said = usesByAttribute(after);
      const names = [...document.tables.attributes.values()].map(({ name }) => name);
      expect(names.filter((name) => name !== attribute.name && said.has(name))).toEqual([]);
      expect(after.tables.attributes.size).toBe(1);
    }),
    { numRuns: runs },
  );
});

test('[C40] what is moved is spoken of in the other context alone', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom('session', 'shop'), (dice, to) => {
      const { document, attribute } = draw(dice);
      const command = { kind: 'attributes.move', names: [attribute.name], from: 'user', to } as const;
      const after = applyDiff(document, unwrap(planCommand(document, command)).diff);
      // What is sent or captured says no context; all that does has followed.
      const left = [...usesOfAttribute(after, attribute.name).setBy, ...usesOfAttribute(after, attribute.name).readBy];
      expect(
        left.filter(({ context, field }) => context === 'user' && field !== 'samples' && field !== 'buttons'),
      ).toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('the dice of these tests do roll scenarios that say their attributes', () => {
  const said = Array.from({ length: 20 }, (_, seed) => usesOfAttribute(randomScenario(seed), 'name'));
  expect(said.filter(({ setBy, readBy }) => setBy.length > 0 && readBy.length > 0).length).toBeGreaterThan(10);
  expect(new Dice(1).below(2)).toBeLessThan(2);
});
