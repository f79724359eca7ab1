import { Button, Menu } from '@mantine/core';
import { BookmarkPlus, ChevronDown } from 'lucide-react';
import type { JsonObject } from '../../../shared/base/json.ts';
import type { EffectResult } from '../../../shared/engine/effect.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { World } from '../../../shared/model/design-records.ts';
import { useEditor, useStudio } from '../../state/studio.ts';
import { mockFromResult } from '../../worlds/mock-from-result.ts';
import { createMockWriter } from '../../worlds/put-mock.ts';
import { freshWorld, newWorld } from '../../worlds/world-commands.ts';
import { useWrite } from '../edit.ts';

const noWorlds: readonly World[] = [];

type TrySaveProps = {
  readonly action: ActionRecord;
  readonly args: JsonObject;
  readonly result: EffectResult;
};

/** Keeps what came back as an example: of every world, or in one of them; for anything, or for these arguments alone. */
export function TrySave({ action, args, result }: TrySaveProps) {
  const { editor, ui } = useStudio();
  const write = useWrite();
  const worlds = useEditor((state) => state.document.scenario.worlds) ?? noWorlds;
  const hasArguments = Object.keys(args).length > 0;
  const save = (world: Pick<World, 'id' | 'name'> | null, isForThese: boolean): void => {
    const { document } = editor.getState();
    const writer = createMockWriter(document);
    const name = nameOf(result, isForThese ? args : {});
    const answer = mockFromResult(action.outputs, result, { when: isForThese ? args : {}, keepsTime: false });
    writer.add(action, { name, ...answer, ...(world === null ? {} : { world: world.id }) });
    const refusal = write({ kind: 'records.put', label: 'Save as example', puts: writer.puts });
    tell(refusal, world === null ? 'an example' : `a mock in “${world.name}”`);
  };
  const saveInNew = (): void => {
    const { document } = editor.getState();
    const world = freshWorld(document, 'World', '');
    const writer = createMockWriter(document);
    const answer = mockFromResult(action.outputs, result, { when: {}, keepsTime: false });
    writer.add(action, { name: nameOf(result, {}), ...answer, world: world.id });
    const refusal = write(newWorld(document, world, writer.puts, `Save in “${world.name}”`).command);
    tell(refusal, `a mock in “${world.name}”`);
  };
  const tell = (refusal: string | null, what: string): void =>
    refusal === null ? ui.notify('good', `Saved as ${what}. Undo takes it back.`) : ui.notify('bad', refusal);
  return (
    <div className="try-line">
      <Button
        variant="default"
        leftSection={<BookmarkPlus size={13} strokeWidth={2} aria-hidden />}
        onClick={() => save(null, false)}
      >
        Save as example
      </Button>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={13} strokeWidth={2} aria-hidden />}>
            Save for a world
          </Button>
        </Menu.Target>
        <Menu.Dropdown data-menu-dropdown>
          {hasArguments && <Menu.Item onClick={() => save(null, true)}>In every world, for these arguments</Menu.Item>}
          {worlds.map((world) => (
            <Menu.Item key={world.id} onClick={() => save(world, false)}>
              In “{visibleText(world.name)}”
            </Menu.Item>
          ))}
          {hasArguments &&
            worlds.map((world) => (
              <Menu.Item key={world.id} onClick={() => save(world, true)}>
                In “{visibleText(world.name)}”, for these arguments
              </Menu.Item>
            ))}
          <Menu.Item onClick={saveInNew}>In a new world</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function nameOf({ origin, status, outcome }: EffectResult, when: JsonObject): string {
  const values = Object.values(when).filter((value) => typeof value === 'string' || typeof value === 'number');
  if (values.length > 0) return values.join(', ').slice(0, 60);
  const how = outcome === 'succeeded' ? 'answer' : 'failure';
  return `${origin === 'live' ? 'Real' : 'Tried'} ${how}${status === null || status === 200 ? '' : ` ${status}`}`;
}
