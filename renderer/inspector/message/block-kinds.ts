import {
  AudioLines,
  Braces,
  CalendarDays,
  CircleDashed,
  ClipboardList,
  FileUp,
  Forward,
  IdCard,
  Image,
  Info,
  List,
  ListFilter,
  MapPin,
  MapPinHouse,
  Maximize,
  Megaphone,
  RectangleEllipsis,
  Signature,
  TextInitial,
  Type,
  type LucideIcon,
} from 'lucide-react';
import { messageBlockSchema, type LeafBlock, type MessageBlock } from '../../../shared/model/message-block.ts';

export type BlockKind = MessageBlock['kind'];
type KindLook = { readonly label: string; readonly meaning: string; readonly icon: LucideIcon; readonly group: Group };
type Group = 'Said' | 'Asked' | 'For the page';

/** What each kind of block is called, and what it is for. */
export const blockKinds: { readonly [Kind in BlockKind]: KindLook } = {
  text: { label: 'Text', meaning: 'What the app says', icon: Type, group: 'Said' },
  image: { label: 'Image', meaning: 'A picture with a description', icon: Image, group: 'Said' },
  audio: { label: 'Audio', meaning: 'Something to listen to', icon: AudioLines, group: 'Said' },
  rich: { label: 'Card', meaning: 'Picture, heading, text and up to 3 buttons', icon: IdCard, group: 'Said' },
  fullPageRich: { label: 'Full-page card', meaning: 'A card on a page of its own', icon: Maximize, group: 'Said' },
  list: { label: 'List', meaning: 'Cards or other blocks, below or beside each other', icon: List, group: 'Said' },
  attribute: { label: 'Message of an attribute', meaning: 'What an attribute holds', icon: Braces, group: 'Said' },
  button: { label: 'Buttons', meaning: 'Things to press instead of typing', icon: RectangleEllipsis, group: 'Asked' },
  form: { label: 'Form', meaning: 'Several questions, sent together', icon: ClipboardList, group: 'Asked' },
  fullPageForm: { label: 'Full-page form', meaning: 'A form on a page of its own', icon: Maximize, group: 'Asked' },
  datePicker: { label: 'Date', meaning: 'A day, a time, a month or a year', icon: CalendarDays, group: 'Asked' },
  autocomplete: { label: 'Autocomplete', meaning: 'One from a long list, typed', icon: ListFilter, group: 'Asked' },
  addressAutocomplete: { label: 'Address', meaning: 'A postal address, typed', icon: MapPinHouse, group: 'Asked' },
  location: { label: 'Location', meaning: 'A place on a map', icon: MapPin, group: 'Asked' },
  longText: { label: 'Long text', meaning: 'Several lines, with a limit', icon: TextInitial, group: 'Asked' },
  fileUpload: { label: 'File upload', meaning: 'One file or several', icon: FileUp, group: 'Asked' },
  eSign: { label: 'Signature', meaning: 'A document to sign', icon: Signature, group: 'Asked' },
  handToSystem: {
    label: 'Hand-over',
    meaning: 'To people or to another system',
    icon: Forward,
    group: 'For the page',
  },
  meta: { label: 'Page facts', meaning: 'Progress and the like', icon: Info, group: 'For the page' },
  cta: {
    label: 'Call to action',
    meaning: 'Beside the chat while it is closed',
    icon: Megaphone,
    group: 'For the page',
  },
  empty: { label: 'Nothing', meaning: 'Says nothing, on purpose', icon: CircleDashed, group: 'For the page' },
};

export const kindsInOrder = Object.keys(blockKinds) as BlockKind[];
export const groups = ['Said', 'Asked', 'For the page'] as const satisfies readonly Group[];

/** What can stand in a list: every block that holds no other blocks. */
export const leafKinds = kindsInOrder.filter(
  (kind): kind is LeafBlock['kind'] => kind !== 'list' && kind !== 'attribute',
);

const begun: { readonly [Kind in BlockKind]?: object } = {
  text: { text: '' },
  button: { buttons: [{ text: '' }] },
  form: { elements: [{}] },
  fullPageForm: { elements: [{}] },
};

/** A block of this kind with nothing in it but the room for the first thing to write. */
export const blankBlock = (kind: BlockKind): MessageBlock => messageBlockSchema.parse({ kind, ...begun[kind] });
