import type { PatternSketch, TurnSketch } from './pattern-sketch.ts';

const question = (key: string, name: string, user: string, says: readonly string[], answer: string): TurnSketch => ({
  key,
  name,
  behaviors: ['STARTING', 'OPEN'],
  lines: [
    { user, name, says },
    { app: `${user}_answer`, name: 'Answer', blocks: [answer], ends: true },
  ],
});

const part = (key: string, app: string, text: string, next: string): TurnSketch => ({
  key,
  name: `Part ${key}`,
  lines: [
    { app, name: `Part ${key}`, blocks: [text] },
    { user: 'go_on', name: 'Go on', says: ['go on', 'yes', 'next', 'tell me more'], leads: next },
    { user: 'enough', name: 'Enough', says: ['stop', 'enough', 'no thanks'], leads: 'enough' },
  ],
});

/** Questions answered, and things too long for one message. */
export const telling: readonly PatternSketch[] = [
  {
    id: 'faq',
    name: 'FAQ',
    purpose: 'Answers questions that stand by themselves; write yours in their place.',
    turns: [
      question(
        'hours',
        'Opening hours',
        'ask_hours',
        ['when are you open', 'opening hours', 'are you open today'],
        'We are open from 9 to 18, Monday to Saturday.',
      ),
      question(
        'returns',
        'Returns',
        'ask_returns',
        ['can i return something', 'how do returns work', 'return policy'],
        'You can return everything within **30 days**.',
      ),
      question(
        'delivery',
        'Delivery',
        'ask_delivery',
        ['how long does delivery take', 'delivery time', 'what does delivery cost'],
        'Delivery takes two days and is free.',
      ),
    ],
  },
  {
    id: 'extended-telling',
    name: 'Extended telling',
    purpose: 'Tells something long in parts, and goes on only while it is wanted.',
    turns: [
      {
        key: 'ask',
        name: 'Tell me',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'how_it_works',
            name: 'How does it work?',
            says: ['how does it work', 'explain how it works', 'tell me how it works'],
            leads: 'one',
          },
        ],
      },
      part('one', 'tell_part_one', 'First you choose what you need. Shall I go on?', 'two'),
      part('two', 'tell_part_two', 'Then we pack it the same day. Shall I go on?', 'three'),
      {
        key: 'three',
        name: 'Part three',
        lines: [
          {
            app: 'tell_part_three',
            name: 'Part three',
            blocks: ['And in two days it is with you. That is all!'],
            ends: true,
          },
        ],
      },
      {
        key: 'enough',
        name: 'Enough',
        lines: [{ app: 'stop_telling', name: 'Stop', blocks: ['All right. Ask again whenever you like.'], ends: true }],
      },
    ],
  },
];
