import { tagHighlighter, tags } from '@lezer/highlight';

/** Which words get which colour; the colours themselves are in the style sheet, for light and dark. */
export const codeColours = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], class: 'code-keyword' },
  { tag: [tags.bool, tags.null, tags.self, tags.atom], class: 'code-constant' },
  { tag: [tags.number], class: 'code-number' },
  { tag: [tags.string, tags.special(tags.string), tags.character, tags.regexp], class: 'code-string' },
  { tag: [tags.comment, tags.docString], class: 'code-comment' },
  { tag: [tags.function(tags.variableName), tags.standard(tags.name)], class: 'code-function' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.className], class: 'code-definition' },
  { tag: [tags.special(tags.name), tags.special(tags.variableName)], class: 'code-argument' },
  { tag: [tags.propertyName, tags.attributeName], class: 'code-property' },
  { tag: [tags.typeName], class: 'code-type' },
  { tag: [tags.invalid], class: 'code-invalid' },
]);
