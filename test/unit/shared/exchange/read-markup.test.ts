import { describe, expect, test } from 'vitest';
import { printMarkup } from '../../../../shared/exchange/markup/print-markup.ts';
import { readMarkup } from '../../../../shared/exchange/markup/read-markup.ts';
import type { MessageBlock } from '../../../../shared/model/message-block.ts';

const message = (inside: string): string => `<message>${inside}</message>`;
const blocksOf = (inside: string): readonly MessageBlock[] => readMarkup(message(inside)).blocks;
const problemsOf = (inside: string): readonly string[] =>
  readMarkup(message(inside)).problems.map(({ position, sentence }) => `${position}: ${sentence}`);

/** One block of every kind in markup, and what it says; each also without a problem. */
const table: readonly (readonly [string, object])[] = [
  ['<text-message>hi there</text-message>', { kind: 'text', text: 'hi there' }],
  [
    '<button-message clear_after_interaction="1"><text>Well?</text><external>true</external><button type="inline"><text>Yes</text><callback>yes</callback><value>colour.red</value></button></button-message>',
    {
      kind: 'button',
      text: 'Well?',
      clearAfterInteraction: true,
      external: true,
      buttons: [{ text: 'Yes', callback: 'yes', value: 'colour.red', style: 'inline' }],
    },
  ],
  [
    '<button-message><text>x</text><button><text>a</text><link new_tab="true">https://x.example</link></button><button><text>b</text><click_to_call>123</click_to_call></button><button><text>c</text><tab_switch>true</tab_switch></button><button><text>d</text><download>true</download><display>false</display></button></button-message>',
    {
      buttons: [
        { text: 'a', target: { kind: 'link', url: 'https://x.example', newTab: true } },
        { text: 'b', target: { kind: 'call', phone: '123' } },
        { text: 'c', target: { kind: 'tabSwitch' } },
        { text: 'd', target: { kind: 'download' }, display: false },
      ],
    },
  ],
  [
    '<image-message><src>https://x.example/a.png</src><url new_tab="true">https://x.example</url></image-message>',
    { kind: 'image', source: 'https://x.example/a.png', link: 'https://x.example', newTab: true },
  ],
  [
    '<rich-message><title>T</title><subtitle>S</subtitle><text>Words</text><callback>c</callback><callback_value>v</callback_value><link>https://x.example</link><image><src>i</src><url>u</url></image><button><text>B</text><callback>b</callback></button></rich-message>',
    {
      kind: 'rich',
      title: 'T',
      subtitle: 'S',
      text: 'Words',
      callback: 'c',
      callbackValue: 'v',
      link: 'https://x.example',
      image: { source: 'i', link: 'u', newTab: false },
      buttons: [{ text: 'B', callback: 'b' }],
    },
  ],
  ['<fp-rich-message><text>Words</text></fp-rich-message>', { kind: 'fullPageRich', text: 'Words' }],
  [
    '<form-message><text>Who?</text><submit_text>Send</submit_text><callback>sent</callback><auto_submit>true</auto_submit><cancel_text>No</cancel_text><cancel_callback>no</cancel_callback><element><element_type>auto_complete_select</element_type><name>year</name><display>Year</display><required>true</required><default_value>2</default_value><options><option><key>1</key><value>2019</value></option></options></element><element><element_type>radio</element_type><name>size</name><options><option>Small</option></options><alphabetical>true</alphabetical></element></form-message>',
    {
      kind: 'form',
      text: 'Who?',
      submitText: 'Send',
      callback: 'sent',
      autoSubmit: true,
      cancelText: 'No',
      cancelCallback: 'no',
      elements: [
        {
          type: 'autocomplete',
          name: 'year',
          label: 'Year',
          required: true,
          defaultValue: '2',
          options: [{ key: '1', value: '2019' }],
        },
        { type: 'radio', name: 'size', options: [{ key: 'Small', value: 'Small' }], alphabetical: true },
      ],
    },
  ],
  [
    '<fp-form-message><text>x</text><element><element_type>email</element_type><name>email</name><options_attribute>user.list</options_attribute></element></fp-form-message>',
    { kind: 'fullPageForm', elements: [{ type: 'email', name: 'email', optionsFrom: 'user.list' }] },
  ],
  [
    '<list-message view-type="vertical"><title>T</title><item><text-message>a</text-message></item><item><image-message><src>i</src></image-message></item></list-message>',
    {
      kind: 'list',
      view: 'vertical',
      title: 'T',
      items: [
        { kind: 'text', text: 'a' },
        { kind: 'image', source: 'i' },
      ],
    },
  ],
  [
    '<date-picker-message><text>When?</text><submit_text>Go</submit_text><callback>c</callback><attribute_name>day</attribute_name><min_date>20200101</min_date><max_date>today</max_date><day_required>false</day_required></date-picker-message>',
    { kind: 'datePicker', format: 'date', attribute: 'day', minDate: '20200101', maxDate: 'today', dayRequired: false },
  ],
  [
    '<date-message><text>When?</text><format>month-year</format><no_past_dates>true</no_past_dates><attribute_name>day</attribute_name></date-message>',
    { kind: 'datePicker', format: 'monthYear', noPastDates: true, attribute: 'day' },
  ],
  [
    '<autocomplete-message><title>T</title><callback>c</callback><submit_text>Go</submit_text><placeholder>p</placeholder><attribute_name>product</attribute_name><options-endpoint><url>/api</url><params><param name="country" value="uk" /></params><query-param-name>q</query-param-name></options-endpoint></autocomplete-message>',
    {
      kind: 'autocomplete',
      attribute: 'product',
      endpoint: { url: '/api', parameters: [{ name: 'country', value: 'uk' }], queryParameter: 'q' },
    },
  ],
  [
    '<address-autocomplete-message><title>Where?</title><provider>fetchify</provider></address-autocomplete-message>',
    { kind: 'addressAutocomplete', title: 'Where?', provider: 'fetchify' },
  ],
  [
    '<long-text-message><submit_text>Go</submit_text><callback>c</callback><initial_text>i</initial_text><placeholder>p</placeholder><confirmation_text>t</confirmation_text><character_limit>200</character_limit></long-text-message>',
    { kind: 'longText', initialText: 'i', confirmationText: 't', characterLimit: 200 },
  ],
  [
    '<location-message><text>Where?</text><callback>c</callback><attribute_name>place</attribute_name><api_key>k</api_key></location-message>',
    { kind: 'location', attribute: 'place', apiKey: 'k' },
  ],
  [
    '<file-upload-message><callback>c</callback><multiple>true</multiple><file_size>1000</file_size><file_types><option>pdf</option><option>png</option></file_types><base_path>in</base_path><attribute_name>files</attribute_name><error_callback>e</error_callback></file-upload-message>',
    {
      kind: 'fileUpload',
      multiple: true,
      maxBytes: 1000,
      fileTypes: ['pdf', 'png'],
      basePath: 'in',
      errorCallback: 'e',
    },
  ],
  [
    '<esign-message><document_title>D</document_title><document_text>Sign *here*</document_text><checkbox_text>I agree</checkbox_text><file_name>f</file_name><attribute_name>signed</attribute_name></esign-message>',
    { kind: 'eSign', documentTitle: 'D', documentText: 'Sign *here*', checkboxText: 'I agree', attribute: 'signed' },
  ],
  [
    '<audio-message><title>T</title><url>https://x.example/a.mp3</url></audio-message>',
    { kind: 'audio', title: 'T', url: 'https://x.example/a.mp3' },
  ],
  [
    '<hand-to-system-message system="chat"><data name="history">{message_history.all}</data></hand-to-system-message>',
    { kind: 'handToSystem', system: 'chat', data: { history: '{message_history.all}' } },
  ],
  [
    '<meta-message><data name="progressPercent">40</data></meta-message>',
    { kind: 'meta', data: { progressPercent: '40' } },
  ],
  ['<cta-message>Talk to us</cta-message>', { kind: 'cta', text: 'Talk to us' }],
  ['<empty-message></empty-message>', { kind: 'empty' }],
  ['<attribute-message>user.offer</attribute-message>', { kind: 'attribute', reference: 'user.offer' }],
];

describe('every kind of block', () => {
  test.each(table)('[M4] %s', (markup, expected) => {
    expect(problemsOf(markup)).toEqual([]);
    expect(blocksOf(markup)).toMatchObject([expected]);
    const printed = printMarkup({ blocks: blocksOf(markup) });
    expect(printed.lost).toEqual([]);
    expect(readMarkup(printed.markup).blocks).toEqual(blocksOf(markup));
  });

  test('[M4] older names of the same things', () => {
    expect(blocksOf('<image-message link_new_tab="1"><link>l</link><src>s</src></image-message>')).toEqual(
      blocksOf('<image-message><src>s</src><url new_tab="true">l</url></image-message>'),
    );
    expect(blocksOf('<list-message list_type="horizontal"><title>T</title></list-message>')).toEqual(
      blocksOf('<list-message><title>T</title></list-message>'),
    );
  });
});

describe('flags', () => {
  test.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
    ['', false],
  ])('[M5] disable_text="%s" is %s', (value, on) => {
    const read = readMarkup(`<message disable_text="${value}" hide_avatar="${value}"><empty-message/></message>`);
    expect([read.disableText, read.hideAvatar]).toEqual([on, on]);
  });

  test('[M5] a flag that is neither is off, and told', () => {
    expect(blocksOf('<form-message><text>x</text><auto_submit>perhaps</auto_submit></form-message>')).toMatchObject([
      { autoSubmit: false },
    ]);
    expect(problemsOf('<form-message><text>x</text><auto_submit>perhaps</auto_submit></form-message>')).toEqual([
      '9: Expected true or false in <form-message>, found "perhaps".',
    ]);
  });
});

describe('words', () => {
  test('[M6] links become markdown, and elements again', () => {
    const markup =
      '<text-message>\n hi there\n <link><url>https://x.example</url><text>One</text></link>\n <link new_tab="true"><url>https://y.example</url><text>Two</text></link>\n bye </text-message>';
    const [block] = blocksOf(markup);
    expect(block).toEqual({
      kind: 'text',
      text: 'hi there [One](https://x.example) [Two](https://y.example "_blank") bye',
    });
    expect(printMarkup({ blocks: blocksOf(markup) }).markup).toBe(
      '<message disable_text="false" hide_avatar="false"><text-message>hi there <link><url>https://x.example</url><text>One</text></link> <link new_tab="true"><url>https://y.example</url><text>Two</text></link> bye</text-message></message>',
    );
  });

  test('[M6] emphasis and line breaks become markdown', () => {
    expect(blocksOf('<text-message>a <b>bold</b> and <em>thin</em> word<br/>below</text-message>')).toEqual([
      { kind: 'text', text: 'a **bold** and *thin* word\nbelow' },
    ]);
  });

  test('[M6] words of a button may be bold, italic and underlined, and stay so', () => {
    const markup =
      '<button-message><text>x</text><button><text>a <b>bold</b> *and* <i>thin</i> <u>lined</u></text><callback>c</callback></button></button-message>';
    expect(blocksOf(markup)).toMatchObject([
      { buttons: [{ text: 'a **bold** \\*and\\* *thin* ++lined++', styled: true }] },
    ]);
    expect(printMarkup({ blocks: blocksOf(markup) }).markup).toContain('a<b>bold</b>*and*<i>thin</i>');
  });

  test('[M6] markdown that is no plain link stays as it was written', () => {
    const blocks: MessageBlock[] = [{ kind: 'text', text: '# Title\n\n- [a](https://x.example)\n- `b`' }];
    expect(readMarkup(printMarkup({ blocks }).markup).blocks).toEqual(blocks);
  });
});

describe('what does not belong there', () => {
  test('[M7] is told with its place', () => {
    expect(problemsOf('<made-up>x</made-up><text-message a="b">x</text-message>')).toEqual([
      '9: <made-up> is no kind of message; it was left out.',
      '29: The attribute "a" of <text-message> is unknown.',
    ]);
    expect(problemsOf('<image-message><src>s</src><alt>x</alt></image-message>')).toEqual([
      '36: <alt> is unknown in <image-message>.',
    ]);
    expect(problemsOf('<text-message>a <blink>b</blink></text-message>')).toEqual([
      '25: <blink> means nothing in a text; its words were kept.',
    ]);
    expect(problemsOf('words<empty-message/>')).toEqual(['9: <message> holds text that belongs to none of its parts.']);
  });

  test('[M7] an item holds one message, and no list', () => {
    const inner = '<list-message><title>T</title></list-message>';
    expect(blocksOf(`<list-message><item>${inner}</item></list-message>`)).toMatchObject([{ kind: 'list', items: [] }]);
    expect(problemsOf(`<list-message><item>${inner}</item></list-message>`)).toHaveLength(1);
  });

  test('[M8] signs that are no markup', () => {
    expect(blocksOf('<text-message>a < b & c &lt; d &amp; e &#33; &nope;</text-message>')).toEqual([
      { kind: 'text', text: 'a < b & c < d & e ! &nope;' },
    ]);
    expect(problemsOf('<text-message>a < b & c</text-message>')).toEqual([
      '25: "<" begins no element here; write "&lt;".',
    ]);
  });

  test('[M1] what is broken is read as far as it goes', () => {
    expect(readMarkup('message markup')).toMatchObject({
      blocks: [{ kind: 'text', text: 'message markup' }],
      problems: [{ position: 0 }],
    });
    expect(readMarkup('<text-message>alone</text-message>').blocks).toEqual([{ kind: 'text', text: 'alone' }]);
    expect(readMarkup('<message><text-message>never closed').blocks).toEqual([{ kind: 'text', text: 'never closed' }]);
    expect(readMarkup('').blocks).toEqual([]);
    expect(
      readMarkup('<!DOCTYPE x [<!ENTITY a "b">]><message><text-message>&a;</text-message></message>').blocks,
    ).toEqual([{ kind: 'text', text: '&a;' }]);
  });
});

test('[M2] what markup has no words for is told', () => {
  const printed = printMarkup({
    blocks: [
      { kind: 'image', source: 's', description: 'A red fox', link: '', newTab: false },
      {
        kind: 'autocomplete',
        title: '',
        placeholder: '',
        submitText: '',
        callback: '',
        attribute: 'a',
        endpoint: null,
        options: [{ key: 'a', value: 'A' }],
        optionsFrom: '',
      },
    ],
  });
  expect(printed.lost).toEqual([
    'Markup cannot say "description" of the block “image”, or says it another way.',
    'Markup cannot say "options.0" of the block “autocomplete”, or says it another way.',
  ]);
});
