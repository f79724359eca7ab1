import {
  Decoration,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';

const matcher = new MatchDecorator({
  // Not inside `$$`, which stands for the sign itself.
  regexp: /(?<!\$)\$[A-Za-z_][A-Za-z0-9_]*/g,
  decoration: Decoration.mark({ class: 'code-parameter' }),
});

/** Tints `$name` as arguments are tinted in every other field. */
export const markParameters = ViewPlugin.define(
  (view: EditorView) => {
    let marks = matcher.createDeco(view);
    return {
      update: (update: ViewUpdate): void => {
        marks = matcher.updateDeco(update, marks);
      },
      marks: (): DecorationSet => marks,
    };
  },
  { decorations: (plugin) => plugin.marks() },
);
