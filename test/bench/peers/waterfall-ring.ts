import type { Contestant } from '../measure.ts';
import type { LoadPeer } from './install-peers.ts';

type Sent = { text?: string };
type TurnContext = { readonly activity: Sent; sendActivity(text: string): Promise<unknown> };
type StepContext = {
  readonly context: TurnContext;
  readonly values: Record<string, unknown>;
  replaceDialog(id: string): Promise<unknown>;
};
type DialogContext = {
  continueDialog(): Promise<{ readonly status: string }>;
  beginDialog(id: string): Promise<unknown>;
};
type Core = {
  readonly MemoryStorage: new () => object;
  readonly ConversationState: new (storage: object) => {
    createProperty(name: string): { get(turn: TurnContext, fallback: unknown): Promise<Record<string, unknown>> };
    saveChanges(turn: TurnContext): Promise<void>;
  };
  readonly TurnContext: new (adapter: object, activity: object) => TurnContext;
  readonly BotAdapter: new () => object;
};
type Dialogs = {
  readonly DialogSet: new (property: object) => {
    add(dialog: object): void;
    createContext(turn: TurnContext): Promise<DialogContext>;
  };
  readonly WaterfallDialog: new (id: string, steps: readonly ((step: StepContext) => Promise<unknown>)[]) => object;
  readonly Dialog: { readonly EndOfTurn: unknown };
};

/**
 * The ring as a Bot Framework waterfall: a step a turn, state kept in memory, and from the last step to the first. It
 * hears by comparing texts and tells nothing of what it did.
 */
export function waterfallRing(load: LoadPeer, turns: number): Contestant {
  const { MemoryStorage, ConversationState, TurnContext, BotAdapter } = load('botbuilder-core') as Core;
  const { DialogSet, WaterfallDialog, Dialog } = load('botbuilder-dialogs') as Dialogs;

  class CountingAdapter extends BotAdapter {
    last = '';
    sendActivities(_turn: TurnContext, sent: readonly Sent[]): Promise<readonly object[]> {
      for (const { text } of sent) this.last = text ?? '';
      return Promise.resolve(sent.map(() => ({ id: 'sent' })));
    }
  }

  const adapter = new CountingAdapter();
  const state = new ConversationState(new MemoryStorage());
  const values = state.createProperty('values');
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  const steps = Array.from({ length: turns }, (_, index) => async (step: StepContext): Promise<unknown> => {
    const held = await values.get(step.context, { step: 0 });
    if (step.context.activity.text?.toLowerCase() === 'go on' && held['step'] !== undefined) {
      held['step'] = index;
      await step.context.sendActivity(`This is step ${String(index)}.`);
    }
    return index === turns - 1 ? step.replaceDialog('ring') : Dialog.EndOfTurn;
  });
  dialogs.add(new WaterfallDialog('ring', steps));

  const hear = async (): Promise<void> => {
    const turn = new TurnContext(adapter, {
      type: 'message',
      text: 'Go on',
      channelId: 'bench',
      conversation: { id: 'ring' },
      from: { id: 'bench' },
      recipient: { id: 'bot' },
    });
    const context = await dialogs.createContext(turn);
    const { status } = await context.continueDialog();
    if (status === 'empty') await context.beginDialog('ring');
    await state.saveChanges(turn);
  };
  return async (exchanges) => {
    for (let exchange = 0; exchange < exchanges; exchange += 1) await hear();
    if (!adapter.last.startsWith('This is step')) throw new Error('the peer must do the same visible work');
  };
}
