/**
 * A text of a message without the marks of markdown: they are for the chat, and in a list or on the canvas they would only
 * stand between the words. A star or an underscore that marks nothing stays.
 */
export const withoutMarks = (text: string): string =>
  text
    .replace(/!?\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])/g, '$1')
    .replace(/(?<![\w{.])_(?=\S)([^_\n{}]*[^_\s{}])_(?![\w}])/g, '$1')
    .replace(/^#{1,6} +/gm, '')
    .replace(/^[-*] +/gm, '• ');
