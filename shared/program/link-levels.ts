import type { ConversationRecord, SceneRecord, TurnRecord } from '../model/design-records.ts';
import { childIds, type Document } from '../model/document.ts';
import {
  ProgramIntent,
  type Program,
  type ProgramConversation,
  type ProgramLevel,
  type ProgramScene,
  type ProgramTurn,
} from './program.ts';

type Linked = Pick<Program, 'scenario' | 'conversations' | 'levels' | 'intents'>;
type Indexes = {
  readonly document: Document;
  readonly levels: Map<string, ProgramConversation | ProgramScene | ProgramTurn>;
  readonly intents: Map<string, ProgramIntent>;
};

/** Walks the tree once, in order, and joins parents and children. What hangs on no parent is not in the program. */
export function linkLevels(document: Document): Linked {
  const indexes: Indexes = { document, levels: new Map(), intents: new Map() };
  const { scenario } = document;
  const top = common(document, { ...scenario, behaviors: [] }, null);
  const conversations: ProgramConversation[] = [];
  for (const id of childIds(document, scenario.id)) {
    const record = document.tables.conversations.get(id);
    if (record !== undefined) conversations.push(linkConversation(indexes, record, top));
  }
  return { scenario: top, conversations, levels: indexes.levels, intents: indexes.intents };
}

function linkConversation(indexes: Indexes, record: ConversationRecord, top: ProgramLevel): ProgramConversation {
  const scenes: ProgramScene[] = [];
  const conversation: ProgramConversation = {
    kind: 'conversation',
    ...common(indexes.document, record, top.interpreter),
    scenes,
  };
  indexes.levels.set(record.id, conversation);
  for (const id of childIds(indexes.document, record.id)) {
    const scene = indexes.document.tables.scenes.get(id);
    if (scene !== undefined) scenes.push(linkScene(indexes, scene, conversation));
  }
  return conversation;
}

function linkScene(indexes: Indexes, record: SceneRecord, conversation: ProgramConversation): ProgramScene {
  const turns: ProgramTurn[] = [];
  const turnsByOrigin = new Map<string, ProgramTurn[]>();
  const scene: ProgramScene = {
    kind: 'scene',
    ...common(indexes.document, record, conversation.interpreter),
    conversation,
    turns,
    turnsByOrigin,
  };
  indexes.levels.set(record.id, scene);
  for (const id of childIds(indexes.document, record.id)) {
    const turnRecord = indexes.document.tables.turns.get(id);
    if (turnRecord === undefined) continue;
    const turn = linkTurn(indexes, turnRecord, scene);
    turns.push(turn);
    for (const origin of new Set(turnRecord.validOrigins)) {
      const listed = turnsByOrigin.get(origin);
      if (listed === undefined) turnsByOrigin.set(origin, [turn]);
      else listed.push(turn);
    }
  }
  return scene;
}

function linkTurn(indexes: Indexes, record: TurnRecord, scene: ProgramScene): ProgramTurn {
  const requests: ProgramIntent[] = [];
  const responses: ProgramIntent[] = [];
  const turn: ProgramTurn = {
    kind: 'turn',
    ...common(indexes.document, record, scene.interpreter),
    open: record.behaviors.includes('OPEN'),
    scene,
    requests,
    responses,
  };
  indexes.levels.set(record.id, turn);
  for (const id of childIds(indexes.document, record.id)) {
    const intentRecord = indexes.document.tables.intents.get(id);
    if (intentRecord === undefined) continue;
    const interpreter = knownInterpreter(indexes.document, intentRecord.interpreter, turn.interpreter);
    const intent = new ProgramIntent(turn, intentRecord, interpreter);
    (intentRecord.bucket === 'request' ? requests : responses).push(intent);
    indexes.intents.set(id, intent);
  }
  return turn;
}

type LevelRecord = Pick<ConversationRecord, 'name' | 'description' | 'conditions' | 'behaviors' | 'interpreter'> & {
  readonly id: string;
};

const common = (document: Document, record: LevelRecord, inherited: string | null): ProgramLevel => ({
  id: record.id,
  name: record.name,
  description: record.description,
  conditions: record.conditions,
  starting: record.behaviors.includes('STARTING'),
  completing: record.behaviors.includes('COMPLETING'),
  interpreter: knownInterpreter(document, record.interpreter, inherited),
});

/** A level that names an interpreter which does not exist reads as if it named none. */
const knownInterpreter = (document: Document, own: string | null, inherited: string | null): string | null =>
  own !== null && document.tables.interpreters.has(own) ? own : inherited;
