/** Puts the cursor of the code on a line and brings it into view. Nothing where no code is on show. */
export async function goToLine(line: number): Promise<void> {
  const shown = document.querySelector<HTMLElement>('.code-editor .cm-editor');
  if (shown === null) return;
  // It comes with the editor, which is there already.
  const { EditorView } = await import('@codemirror/view');
  const view = EditorView.findFromDOM(shown);
  if (view === null) return;
  const { from } = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  view.focus();
  shown.scrollIntoView({ block: 'nearest' });
}
