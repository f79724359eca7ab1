import type { BlockOf, LeafBlock, MessageBlock } from '../../../shared/model/message-block.ts';
import { textOfBlock } from '../../../shared/model/selectors/text-of-message.ts';
import { askedFields } from './asked-fields.ts';
import { blankBlock, blockKinds, leafKinds } from './block-kinds.ts';
import { manyButtons } from './button-fields.ts';
import { fieldsOf, type FieldSpecs } from './field-spec.ts';

type Table = { readonly [Kind in MessageBlock['kind']]: FieldSpecs<BlockOf<Kind>> };

const picture = fieldsOf<Pick<BlockOf<'image'>, 'source' | 'description' | 'link' | 'newTab'>>();
const pictureFields = [
  picture.words('source', 'Address', 'Where the picture lies', { mono: true, placeholder: 'https://' }),
  picture.words('description', 'Description', 'For those who do not see it'),
  picture.more(
    'Link',
    picture.words('link', 'Leads to', 'When it is pressed', { mono: true, placeholder: 'https://' }),
    picture.onOff('newTab', 'In a new tab', 'The page stays open'),
  ),
] as const;

const card = fieldsOf<Omit<BlockOf<'rich'>, 'kind'>>();
const cardFields = [
  card.words('title', 'Title', 'The heading'),
  card.words('subtitle', 'Subtitle', 'Below the heading'),
  card.words('text', 'Text', 'What the card says', { lines: true }),
  card.part('image', 'Image', 'Above the heading', { source: '', description: '', link: '', newTab: false }, [
    ...pictureFields,
  ]),
  card.many('buttons', 'Buttons', 'Below the text', manyButtons),
  card.more(
    'When the card itself is pressed',
    card.callback('callback', 'Callback', 'The intent it says', { placeholder: 'intent id' }),
    card.words('callbackValue', 'Value', 'What goes along', { mono: true, placeholder: 'attribute.value' }),
    card.words('link', 'Leads to', 'An address', { mono: true, placeholder: 'https://' }),
  ),
] as const;

const said = fieldsOf<{ text: string }>();
const buttons = fieldsOf<BlockOf<'button'>>();
const list = fieldsOf<BlockOf<'list'>>();
const handOver = fieldsOf<BlockOf<'handToSystem'>>();

/** Of every kind of block, its fields. A new kind does not compile until it is here. */
export const blockFields: Table = {
  text: [
    said.words('text', 'Text', 'What is said; {user.name} is filled in', {
      lines: true,
      isLabelHidden: true,
      placeholder: 'What the app says',
    }),
  ],
  button: [
    buttons.words('text', 'Text above the buttons', 'May be left out', {
      lines: true,
      isLabelHidden: true,
      placeholder: 'Text above the buttons, if any',
    }),
    buttons.many('buttons', '', '', manyButtons),
    buttons.more(
      'Where they stand',
      buttons.onOff('external', 'Below the talk', 'In the place of what is typed'),
      buttons.onOff('clearAfterInteraction', 'Gone when pressed', 'They are not shown after that'),
    ),
  ],
  image: pictureFields,
  audio: [
    fieldsOf<BlockOf<'audio'>>().words('title', 'Title', 'What is to be heard'),
    fieldsOf<BlockOf<'audio'>>().words('url', 'Address', 'Where the sound lies', {
      mono: true,
      placeholder: 'https://',
    }),
  ],
  rich: cardFields,
  fullPageRich: cardFields,
  list: [
    list.words('title', 'Title', 'Above the list; may be left out'),
    list.choice('view', 'Items stand', 'On the page', [
      { value: 'vertical', label: 'Below each other' },
      { value: 'horizontal', label: 'Beside each other' },
    ]),
    list.many('items', 'Items', 'Any block but a list', {
      word: 'item',
      look: 'rows',
      fields: (item: LeafBlock) => fieldsOfBlock(item),
      title: (item) => ('title' in item && item.title) || textOfBlock(item) || blockKinds[item.kind].label,
      summary: ({ kind }) => blockKinds[kind].label,
      add: leafKinds.map((kind) => ({
        label: blockKinds[kind].label,
        icon: blockKinds[kind].icon,
        blank: () => blankBlock(kind),
      })),
    }),
  ],
  attribute: [
    fieldsOf<BlockOf<'attribute'>>().reference('reference', 'Attribute', 'Holds a whole message', {
      placeholder: 'user.offer',
    }),
  ],
  ...askedFields,
  handToSystem: [
    handOver.words('system', 'System', 'Who takes over', { placeholder: 'support-desk' }),
    handOver.facts('data', 'Data', 'What goes along'),
  ],
  meta: [
    fieldsOf<BlockOf<'meta'>>().facts('data', 'Facts', 'The page reads them', [
      'progressPercent',
      'progressText',
      'textLimit',
      'teamName',
    ]),
  ],
  cta: [said.words('text', 'Text', 'Seen while the chat is closed')],
  empty: [],
};

/** The fields of this block. */
export const fieldsOfBlock = (block: MessageBlock): FieldSpecs<never> => blockFields[block.kind];
