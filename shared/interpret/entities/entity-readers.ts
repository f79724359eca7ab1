import { choiceReader } from './choice-entity.ts';
import { durationReader } from './duration-entity.ts';
import type { EntityKind } from './entity-kind.ts';
import type { EntityReader } from './entity-reader.ts';
import { dateReader, timeReader } from './moment-entity.ts';
import { moneyReader, numberReader } from './number-entity.ts';
import { patternReader } from './pattern-entity.ts';
import { phoneReader } from './phone-entity.ts';
import { codeReader, emailReader, nameReader, textReader, urlReader, yesNoReader } from './shaped-entity.ts';

/** Who reads the values of each kind. */
export const entityReaders: Readonly<Record<EntityKind, EntityReader>> = {
  number: numberReader,
  money: moneyReader,
  duration: durationReader,
  date: dateReader,
  time: timeReader,
  yesNo: yesNoReader,
  email: emailReader,
  phone: phoneReader,
  url: urlReader,
  code: codeReader,
  name: nameReader,
  choice: choiceReader,
  pattern: patternReader,
  text: textReader,
};
