import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder, tooltips } from '@codemirror/view';
import type { CodeLanguage, CodeMark, CodeNames } from './code-offer.ts';
import { codeColours } from './code-colours.ts';
import { codeTheme } from './code-theme.ts';
import { languageOf } from './language-of.ts';
import { markLines } from './mark-lines.ts';
import { pageNonce } from './page-nonce.ts';
import { replaceTyped } from './replace-typed.ts';

export type EditorOptions = {
  readonly language: CodeLanguage;
  readonly placeholder: string;
  readonly names: () => CodeNames;
  readonly marks: () => readonly CodeMark[];
  readonly attributes: () => Record<string, string>;
  /** What undo and redo mean where the editor has nothing more to take back. */
  readonly undo: () => void;
  readonly redo: () => void;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
};

/** Everything an editor consists of. Styles carry the nonce of the page: its security policy takes no others. */
export function editorExtensions(options: EditorOptions): Extension {
  const { language } = options;
  const isScript = language === 'python';
  return [
    EditorView.cspNonce.of(pageNonce()),
    codeTheme,
    syntaxHighlighting(codeColours),
    isScript ? [lineNumbers(), lintGutter()] : [],
    history(),
    drawSelection(),
    replaceTyped,
    indentOnInput(),
    indentUnit.of(isScript ? '    ' : '  '),
    EditorState.tabSize.of(isScript ? 4 : 2),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false, maxRenderedOptions: 60 }),
    // Panels cut off what stands out of them.
    tooltips({ parent: document.body }),
    EditorView.lineWrapping,
    placeholder(options.placeholder),
    languageOf(language, options.names),
    markLines(language, options.marks),
    EditorView.contentAttributes.of(options.attributes),
    keymap.of([
      { key: 'Mod-z', run: (view) => undo(view) || told(options.undo), preventDefault: true },
      { key: 'Mod-Shift-z', run: (view) => redo(view) || told(options.redo), preventDefault: true },
      { key: 'Mod-y', run: (view) => redo(view) || told(options.redo), preventDefault: true },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...historyKeymap,
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
      // Escape, then Tab, leaves the field.
      ...(isScript ? [indentWithTab] : []),
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.onText(update.state.doc.toString());
      if (update.focusChanged && !update.view.hasFocus) options.onLeave();
    }),
  ];
}

function told(tell: () => void): true {
  tell();
  return true;
}
