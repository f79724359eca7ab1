import type { PatternSketch } from './pattern-sketch.ts';

/** Things asked for, and what is made of them. */
export const asking: readonly PatternSketch[] = [
  {
    id: 'authentication',
    name: 'Authentication',
    purpose:
      'Asks who somebody is and for a code. Put an action of yours in the place of the condition that checks it.',
    attributes: { customer_number: 'string', sign_in_code: 'string' },
    turns: [
      {
        key: 'sign-in',
        name: 'Sign in',
        behaviors: ['STARTING'],
        lines: [
          { user: 'sign_in', name: 'Sign in', says: ['sign in', 'log in', 'i want to sign in'], leads: 'number' },
        ],
      },
      {
        key: 'number',
        name: 'Customer number',
        lines: [
          { app: 'ask_customer_number', name: 'Which number?', blocks: ['What is your customer number?'] },
          {
            user: 'give_customer_number',
            name: 'C-100',
            says: ['{session.customer_number}', 'it is {session.customer_number}'],
            fills: ['session.customer_number'],
            leads: 'code',
          },
        ],
      },
      {
        key: 'code',
        name: 'Code',
        lines: [
          { app: 'ask_sign_in_code', name: 'Which code?', blocks: ['And the code we sent you?'] },
          {
            user: 'give_sign_in_code',
            name: '2468',
            says: ['{session.sign_in_code}', 'it is {session.sign_in_code}'],
            fills: ['session.sign_in_code'],
            leads: 'result',
          },
        ],
      },
      {
        key: 'result',
        name: 'Signed in or not',
        lines: [
          {
            app: 'signed_in',
            name: 'Signed in',
            blocks: ['You are signed in as {session.customer_number}.'],
            when: [['session.sign_in_code', 'eq', '2468']],
            ends: true,
          },
          {
            app: 'not_signed_in',
            name: 'Not signed in',
            blocks: ['That code is not right. Say “sign in” to try again.'],
            ends: true,
          },
        ],
      },
    ],
  },
  {
    id: 'information-collection',
    name: 'Information collection',
    purpose: 'Asks for a few things one after the other and repeats them.',
    attributes: { contact_name: 'string', contact_topic: 'string' },
    turns: [
      {
        key: 'contact',
        name: 'Contact us',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'leave_message',
            name: 'Leave a message',
            says: ['leave a message', 'contact you', 'i have a request'],
            leads: 'name',
          },
        ],
      },
      {
        key: 'name',
        name: 'Name',
        lines: [
          { app: 'ask_contact_name', name: 'Your name?', blocks: ['What is your name?'] },
          {
            user: 'give_contact_name',
            name: 'Ada',
            says: ['{user.contact_name}', 'my name is {user.contact_name}'],
            fills: ['user.contact_name'],
            leads: 'topic',
          },
        ],
      },
      {
        key: 'topic',
        name: 'Topic',
        lines: [
          { app: 'ask_contact_topic', name: 'What about?', blocks: ['What is it about, {user.contact_name}?'] },
          {
            user: 'give_contact_topic',
            name: 'My order',
            says: ['{session.contact_topic}', 'it is about {session.contact_topic}'],
            fills: ['session.contact_topic'],
            leads: 'summary',
          },
        ],
      },
      {
        key: 'summary',
        name: 'Summary',
        lines: [
          {
            app: 'message_left',
            name: 'Noted',
            blocks: ['Noted: {session.contact_topic}. We will write to you, {user.contact_name}.'],
            ends: true,
          },
        ],
      },
    ],
  },
  {
    id: 'recommendation',
    name: 'Recommendation',
    purpose: 'Asks for a preference with buttons, and recommends what fits it.',
    attributes: { lamp_place: 'string' },
    turns: [
      {
        key: 'wish',
        name: 'Recommend something',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'want_recommendation',
            name: 'Recommend something',
            says: ['recommend a lamp', 'which lamp should i buy', 'help me choose a lamp'],
            leads: 'place',
          },
        ],
      },
      {
        key: 'place',
        name: 'Where is it for?',
        lines: [
          {
            app: 'ask_lamp_place',
            name: 'Where?',
            blocks: [
              {
                kind: 'button',
                text: 'Where should it stand?',
                buttons: [
                  { text: 'On a desk', callback: 'lamp_for_desk', value: '' },
                  { text: 'On the floor', callback: 'lamp_for_floor', value: '' },
                ],
              },
            ],
          },
          {
            user: 'lamp_for_desk',
            name: 'Desk',
            says: ['on a desk', 'desk', 'for my desk'],
            sets: [['session.lamp_place', 'desk']],
            leads: 'advice',
          },
          {
            user: 'lamp_for_floor',
            name: 'Floor',
            says: ['on the floor', 'floor', 'in the living room'],
            sets: [['session.lamp_place', 'floor']],
            leads: 'advice',
          },
        ],
      },
      {
        key: 'advice',
        name: 'Advice',
        lines: [
          {
            app: 'recommend_desk_lamp',
            name: 'Desk lamp',
            blocks: ['Take the **Desk lamp**: small, and bright where you work.'],
            when: [['session.lamp_place', 'eq', 'desk']],
            ends: true,
          },
          {
            app: 'recommend_floor_lamp',
            name: 'Floor lamp',
            blocks: ['Take the **Floor lamp**: it lights a whole corner.'],
            ends: true,
          },
        ],
      },
    ],
  },
];
