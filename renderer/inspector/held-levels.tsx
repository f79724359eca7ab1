import { assertNever } from '../../shared/base/assert-never.ts';
import { childIds } from '../../shared/model/document.ts';
import { asId, type ConversationId, type SceneId, type TurnId } from '../../shared/model/ids.ts';
import type { Command } from '../../shared/commands/command.ts';
import { firstNames } from '../palette/insert-command.ts';
import { useEditor } from '../state/studio.ts';
import { useExecute } from './edit.ts';
import { Section } from './fields/section.tsx';
import { RecordRow, RecordRows } from './record-row.tsx';

type LevelTable = 'conversations' | 'scenes' | 'turns';

const titles: Readonly<Record<LevelTable, string>> = { conversations: 'Scenes', scenes: 'Turns', turns: 'Intents' };

/** What a level holds, each a press away, and a way to add one more. */
export function HeldLevels({ table, id }: { readonly table: LevelTable; readonly id: string }) {
  const document = useEditor((state) => state.document);
  const execute = useExecute();
  const held = childIds(document, id);
  const add = {
    label: `Add ${{ conversations: 'scene', scenes: 'turn', turns: 'intent' }[table]}`,
    onPress: () => execute(addCommand(table, id)),
  };
  return (
    <Section title={titles[table]} name={`${table}.held`} count={held.length} add={add}>
      {held.length === 0 ? (
        <p className="section-note">Nothing yet.</p>
      ) : (
        <RecordRows label={titles[table]}>
          {held.map((child) => (
            <RecordRow key={child} id={child} detail={document.tables.intents.get(child)?.intentId ?? ''} />
          ))}
        </RecordRows>
      )}
    </Section>
  );
}

function addCommand(table: LevelTable, id: string): Command {
  switch (table) {
    case 'conversations':
      return { kind: 'scene.add', conversation: asId<ConversationId>(id), name: firstNames.scene };
    case 'scenes':
      return { kind: 'turn.add', scene: asId<SceneId>(id), name: firstNames.turn };
    case 'turns':
      return { kind: 'intent.add', speaker: 'USER', name: firstNames.USER, into: asId<TurnId>(id) };
    default:
      return assertNever(table);
  }
}
