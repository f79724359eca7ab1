import type { Failure } from '../../shared/bridge/contract/failure.ts';

type Sentence = (failure: Failure) => string;

const file = ({ path }: Failure): string => (path === '' ? 'The file' : `“${path.split(/[/\\]/).at(-1)}”`);

/** What happened, where, and what to do: one entry a code, so that a new code does not compile until it has words. */
const sentences: Record<Failure['code'], Sentence> = {
  'bridge.refused': () => 'Parley’s own parts did not understand each other. Your work is safe; please try again.',
  'bridge.faulted': () => 'Something went wrong inside Parley. Your work is safe; save it, then try again.',
  'scenario.notFound': (failure) =>
    `${file(failure)} is not there any more. It may have been moved or renamed: open it from where it is now.`,
  'scenario.notReadable': (failure) =>
    `${file(failure)} could not be read. Check that it is a file and that you may open it.`,
  'scenario.tooLarge': (failure) => `${file(failure)} is larger than Parley opens (64 MB). Is it really a scenario?`,
  'scenario.changedOnDisk': (failure) =>
    `${file(failure)} was changed by another program. See and merge what changed, or save yours under another name.`,
  'scenario.openElsewhere': (failure) =>
    `${file(failure)} is already open in another Parley window. Go on there, or close it first.`,
  'scenario.noSpace': () =>
    'The disk is full, so nothing was saved and the file is as it was. Make room, or save it somewhere else.',
  'scenario.notWritable': (failure) =>
    `${file(failure)} may not be written, so nothing was saved. Save it under another name or in another folder.`,
  'scenario.folderGone': (failure) =>
    `The folder of ${file(failure)} is not there any more, so nothing was saved. Your work is safe here: save it in another folder.`,
  'scenario.symbolicLink': (failure) =>
    `${file(failure)} is a link to another file, and Parley does not write through links. Open the file it points to.`,
  'scenario.unknownFile': () => 'Parley no longer has this file at hand. Open it again, or save under a new name.',
  'run.notFound': () => 'This talk has already ended. Start a new one.',
  'run.invalidScenario': () => 'The talk cannot start while the scenario has errors. They are listed under Problems.',
  'run.busy': () => 'The talk is still answering. Wait a moment, or restart it.',
  'run.crashed': () => 'The talk stopped unexpectedly. Your scenario is unharmed; start the talk again.',
  'interpret.cancelled': () => 'This was stopped before it was done. Ask again if you still want to know.',
  'secret.vaultMissing': () =>
    'This system has no vault for secrets, so the secret is kept only until Parley closes. Unlock or install a keyring to keep it.',
  'demo.notStarted': () =>
    'The demo service could not start, so live calls to it will fail. Talk in mock mode, or restart Parley.',
};

export const failureText = (failure: Failure): string => sentences[failure.code](failure);
