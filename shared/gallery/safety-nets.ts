import type { PatternSketch } from './pattern-sketch.ts';

/** What holds people when they are lost or not understood. */
export const safetyNets: readonly PatternSketch[] = [
  {
    id: 'contextual-help',
    name: 'Contextual help',
    purpose: 'Explains a question to those who ask what it means, and goes on from there.',
    attributes: { party_size: 'string' },
    turns: [
      {
        key: 'book',
        name: 'Book a table',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'book_table',
            name: 'Book a table',
            says: ['book a table', 'i want to book a table', 'reserve a table'],
          },
          { app: 'ask_party_size', name: 'How many?', blocks: ['For how many people?'] },
        ],
      },
      {
        key: 'help',
        name: 'Help with the number',
        behaviors: ['OPEN'],
        lines: [
          { user: 'ask_why_number', name: 'Why do you ask?', says: ['help', 'why do you ask', 'what do you mean'] },
          { app: 'explain_number', name: 'Explain', blocks: ['We choose the table by it. Say a number, such as 4.'] },
        ],
      },
      {
        key: 'number',
        name: 'Number of people',
        behaviors: ['OPEN'],
        lines: [
          {
            user: 'give_party_size',
            name: 'For four',
            says: ['{session.party_size}', 'for {session.party_size} people'],
            fills: ['session.party_size'],
          },
          { app: 'table_booked', name: 'Booked', blocks: ['A table for {session.party_size} is booked.'], ends: true },
        ],
      },
    ],
  },
  {
    id: 'contextual-no-match',
    name: 'Contextual no match',
    purpose: 'Helps with the question that was asked when the answer to it is not understood.',
    turns: [
      {
        key: 'change',
        name: 'Change the delivery day',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'change_delivery_day',
            name: 'Another day',
            says: ['change the delivery day', 'deliver it on another day', 'another delivery day'],
          },
          { app: 'ask_delivery_day', name: 'Which day?', blocks: ['Should it come on Tuesday or on Friday?'] },
        ],
      },
      {
        key: 'day',
        name: 'The day',
        behaviors: ['OPEN'],
        lines: [
          { user: 'choose_delivery_day', name: 'Tuesday', says: ['tuesday', 'on tuesday', 'friday', 'on friday'] },
          { app: 'delivery_day_set', name: 'Set', blocks: ['It will come on that day.'], ends: true },
        ],
      },
      {
        key: 'unclear',
        name: 'Not a day',
        behaviors: ['OPEN'],
        lines: [
          { user: 'intent.core.SceneNoMatch', name: 'Not a day' },
          {
            app: 'name_days',
            name: 'Name the days',
            blocks: ['We deliver on Tuesdays and Fridays. Which one suits you?'],
          },
        ],
      },
    ],
  },
  {
    id: 'global-no-match',
    name: 'Global no match',
    purpose: 'Answers when nothing in the scenario fits what was said.',
    turns: [
      {
        key: 'lost',
        name: 'Nothing fits',
        behaviors: ['STARTING'],
        lines: [
          { user: 'intent.core.NoMatch', name: 'Nothing fits' },
          {
            app: 'say_not_understood',
            name: 'Say so',
            blocks: ['Sorry, I did not get that. Could you say it in other words?'],
            ends: true,
          },
        ],
      },
    ],
  },
  {
    id: 'repair',
    name: 'Repair',
    purpose: 'Repeats what was understood, and takes a correction at once.',
    attributes: { pizza_size: 'string' },
    turns: [
      {
        key: 'order',
        name: 'Order',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'order_pizza',
            name: 'A pizza',
            says: ['order a pizza', 'i want a pizza', 'a pizza please'],
            leads: 'size',
          },
        ],
      },
      {
        key: 'size',
        name: 'Size',
        lines: [
          { app: 'ask_pizza_size', name: 'Which size?', blocks: ['Which size should it be?'] },
          {
            user: 'give_pizza_size',
            name: 'Large',
            says: ['{session.pizza_size}', 'a {session.pizza_size} one'],
            fills: ['session.pizza_size'],
            leads: 'check',
          },
        ],
      },
      {
        key: 'check',
        name: 'Is that right?',
        lines: [
          { app: 'repeat_pizza_size', name: 'Repeat', blocks: ['A {session.pizza_size} pizza. Is that right?'] },
          { user: 'pizza_is_right', name: 'Yes', says: ['yes', 'that is right', 'correct'], leads: 'done' },
          { user: 'pizza_is_wrong', name: 'No', says: ['no', 'that is wrong', 'not that one'], leads: 'size' },
          {
            user: 'correct_pizza_size',
            name: 'I meant small',
            says: ['i meant {session.pizza_size}', 'no, {session.pizza_size}', 'make it {session.pizza_size}'],
            fills: ['session.pizza_size'],
            leads: 'check',
          },
        ],
      },
      {
        key: 'done',
        name: 'Ordered',
        lines: [
          {
            app: 'pizza_ordered',
            name: 'Ordered',
            blocks: ['Your {session.pizza_size} pizza is on its way.'],
            ends: true,
          },
        ],
      },
    ],
  },
];
