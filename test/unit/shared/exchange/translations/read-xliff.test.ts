import { describe, expect, test } from 'vitest';
import { readXliff } from '../../../../../shared/exchange/translations/read-xliff.ts';

const file = (version: string, units: string): string =>
  `<?xml version="1.0"?><xliff version="${version}" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="de"><file id="f1">${units}</file></xliff>`;

describe.each(['2.0', '2.1'])('XLIFF %s', (version) => {
  test('names a unit by its message, in groups too, with what tools put around words', () => {
    const read = readXliff(
      file(
        version,
        `<group id="g"><unit id="u1" name="tell-message"><notes><note>Orders</note></notes>
         <segment id="s1" state="translated"><source>It is <pc id="1">**here**</pc></source><target>Es ist <mrk id="m">**da**</mrk></target></segment>
         </unit></group><unit id="bye-message.2"><segment><source>Bye &amp; thanks</source><target>Tsch\u00fcss</target></segment></unit>`,
      ),
    );
    expect(read).toEqual({
      entries: [
        {
          place: 'unit u1',
          message: 'tell-message',
          text: 'It is **here**',
          language: 'de',
          translated: 'Es ist **da**',
        },
        {
          place: 'unit bye-message.2',
          message: 'bye-message',
          text: 'Bye & thanks',
          language: 'de',
          translated: 'Tsch\u00fcss',
        },
      ],
      problems: [],
    });
  });

  test('puts a text together that was cut into sentences, and takes none that is not finished', () => {
    const cut = (last: string): string =>
      file(
        version,
        `<unit id="a" name="m"><segment><source>One.</source><target>Eins.</target></segment><ignorable><source> </source></ignorable><segment><source>Two.</source>${last}</segment></unit>`,
      );
    expect(readXliff(cut('<target>Zwei.</target>')).entries).toMatchObject([
      { message: 'm', text: 'One. Two.', translated: 'Eins. Zwei.' },
    ]);
    expect(readXliff(cut('')).entries).toMatchObject([{ text: 'One. Two.', translated: '' }]);
  });

  test('tells which unit has no source, and takes the others', () => {
    const read = readXliff(
      file(
        version,
        '<unit id="a"><segment><target>Da</target></segment></unit><unit id="b" name="m"><segment><source>Hi</source><target>Hallo</target></segment></unit>',
      ),
    );
    expect(read.entries).toHaveLength(1);
    expect(read.problems).toEqual([
      { place: 'unit a', sentence: 'It has no source, so nobody knows what it translates.' },
    ]);
  });
});

test('a version nobody here knows is named, with those that are read', () => {
  expect(readXliff('<xliff version="3.0"></xliff>').problems).toEqual([
    { place: 'file', sentence: 'This is XLIFF 3.0; Parley reads 1.2, 2.0 and 2.1. Ask for one of those.' },
  ]);
});
