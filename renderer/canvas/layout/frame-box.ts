import type { ConversationRecord, SceneRecord, TurnRecord } from '../../../shared/model/design-records.ts';
import type { ActionBox } from './measure-action.ts';
import type { IntentBox } from './measure-intent.ts';

/** A box and where it sits in the frame around it. */
export type Placed<Box> = { readonly box: Box; readonly x: number; readonly y: number };

type FrameSize = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** How many intents are in it that are not drawn, because somebody closed it; null while it is open. */
  readonly hidden: number | null;
};

export type TurnBox = FrameSize & {
  readonly kind: 'turn';
  readonly record: TurnRecord;
  readonly items: readonly Placed<IntentBox | ActionBox>[];
};
export type SceneBox = FrameSize & {
  readonly kind: 'scene';
  readonly record: SceneRecord;
  readonly items: readonly Placed<TurnBox>[];
};
export type ConversationBox = FrameSize & {
  readonly kind: 'conversation';
  readonly record: ConversationRecord;
  readonly items: readonly Placed<SceneBox>[];
};
export type FrameBox = TurnBox | SceneBox | ConversationBox;

export const isFrame = (box: { readonly kind: string }): box is FrameBox =>
  box.kind === 'conversation' || box.kind === 'scene' || box.kind === 'turn';
