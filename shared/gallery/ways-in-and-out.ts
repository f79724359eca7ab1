import type { PatternSketch } from './pattern-sketch.ts';

/** How talks begin, begin again and end. */
export const waysInAndOut: readonly PatternSketch[] = [
  {
    id: 'opening',
    name: 'Opening',
    purpose: 'Says hello when the chat opens, and to everybody who says hello.',
    turns: [
      {
        key: 'greeting',
        name: 'Greeting',
        behaviors: ['STARTING'],
        lines: [
          { user: 'intent.core.welcome', name: 'The chat opens' },
          { user: 'say_hello', name: 'Hello', says: ['hello', 'hi', 'hi there', 'good morning', 'hey'] },
          { app: 'greet', name: 'Greet', blocks: ['Hello! What can I do for you?'], ends: true },
        ],
      },
    ],
  },
  {
    id: 'restart',
    name: 'Restart',
    purpose: 'Lets people begin again from wherever they are.',
    turns: [
      {
        key: 'start-over',
        name: 'Start over',
        behaviors: ['STARTING'],
        lines: [
          { user: 'intent.core.restart', name: 'Restart', says: ['start over', 'restart', 'begin again'] },
          {
            app: 'restarted',
            name: 'Started over',
            blocks: ['All right, from the start. What can I do for you?'],
            ends: true,
          },
        ],
      },
    ],
  },
  {
    id: 'end-chat',
    name: 'End chat',
    purpose: 'Says goodbye when somebody wants to stop.',
    turns: [
      {
        key: 'goodbye',
        name: 'Goodbye',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'intent.core.endChat',
            name: 'End the chat',
            says: ['bye', 'goodbye', 'end the chat', 'see you later'],
          },
          { app: 'say_goodbye', name: 'Say goodbye', blocks: ['Goodbye! Come back any time.'], ends: true },
        ],
      },
    ],
  },
  {
    id: 'closing',
    name: 'Closing',
    purpose: 'Asks whether anything else is wanted before the talk ends.',
    turns: [
      {
        key: 'thanks',
        name: 'Thanks',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'say_thanks',
            name: 'Thank you',
            says: ['thanks', 'thank you', 'that helped', 'great, thanks'],
            leads: 'more',
          },
        ],
      },
      {
        key: 'more',
        name: 'Anything else?',
        lines: [
          { app: 'ask_anything_else', name: 'Anything else?', blocks: ['You are welcome! Is there anything else?'] },
          {
            user: 'nothing_else',
            name: 'Nothing else',
            says: ['no', 'no thanks', 'nothing else', 'that is all'],
            leads: 'bye',
          },
          {
            user: 'something_else',
            name: 'Something else',
            says: ['yes', 'yes please', 'one more thing'],
            leads: 'go-on',
          },
        ],
      },
      {
        key: 'bye',
        name: 'Farewell',
        lines: [{ app: 'farewell', name: 'Farewell', blocks: ['Then have a good day!'], ends: true }],
      },
      {
        key: 'go-on',
        name: 'Go on',
        lines: [{ app: 'listen', name: 'Listen', blocks: ['Of course. What is it?'], ends: true }],
      },
    ],
  },
  {
    id: 'transfer',
    name: 'Transfer',
    purpose: 'Hands the talk to a person, and says so.',
    turns: [
      {
        key: 'person',
        name: 'Talk to a person',
        behaviors: ['STARTING'],
        lines: [
          {
            user: 'want_person',
            name: 'A person, please',
            says: ['talk to a person', 'i want a human', 'connect me with somebody', 'speak to an agent'],
          },
          {
            app: 'hand_over',
            name: 'Hand over',
            blocks: ['I am passing you on to a colleague.', { kind: 'handToSystem', system: 'desk', data: {} }],
            ends: true,
          },
        ],
      },
    ],
  },
];
