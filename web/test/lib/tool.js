// The Go tool, run as a person runs it.

import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { temp } from './browsers.js';

export const root = resolve(fileURLToPath(import.meta.url), '../../../..');
export const dist = join(root, 'web/dist');

let binary;

/** Compiles the tool once, so that a server that is killed is the tool itself. */
function tool() {
  if (!binary) {
    binary = join(temp(), 'tool');
    execFileSync('go', ['build', '-o', binary, './web/tool'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  }
  return binary;
}

/** The address of index.html on disk in dir. */
export const onDisk = (dir = dist) => pathToFileURL(join(dir, 'index.html')).href;

/** Serves dir. Gives its address and a way to stop it. */
export async function serve(dir = dist) {
  const child = spawn(tool(), ['serve', '-addr', '127.0.0.1:0', '-dir', dir], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      const m = /http:\/\/\S+/.exec(text);
      if (m) resolve(m[0]);
    });
    child.on('exit', () => reject(new Error('the server ended')));
  });
  return { url, stop: () => child.kill() };
}

/** The policy that the page comes with. */
export const pagePolicy = { preset: 'standard', comment: true };

/** Redacts with the native core, under a policy where one is given. Several go into a folder. */
export function redactNatively(inputs, output, policy) {
  const options = [];
  if (policy) {
    const file = join(temp(), 'policy.json');
    writeFileSync(file, JSON.stringify(policy));
    options.push('-policy', file);
  }
  return JSON.parse(execFileSync(tool(), ['redact', ...options, ...[inputs].flat(), output], { cwd: root, maxBuffer: 1 << 28 }));
}

export function generate(mb, output, { seed = 1, ascii = false, entries = 0, body = 0, secrets = 0, one = false } = {}) {
  execFileSync(tool(), ['generate', '-mb', `${mb}`, '-seed', `${seed}`, `-ascii=${ascii}`, '-entries', `${entries}`, '-body', `${body}`, '-secrets', `${secrets}`, `-one=${one}`, output], { cwd: root });
  return output;
}

/** Builds the page around a core that breaks on demand, and gives the folder. */
export function buildBroken() {
  const out = temp();
  const core = join(root, 'core');
  const Replace = { [join(core, 'lead.go')]: join(root, 'web/test/testdata/fakecore/job.go') };
  for (const name of readdirSync(core)) {
    if (name.endsWith('.go') && name !== 'lead.go') Replace[join(core, name)] = '';
  }
  return buildOver(Replace, out);
}

/** Builds the page with Go files laid over others, and gives the folder. */
function buildOver(Replace, out) {
  const overlay = join(out, 'overlay.json');
  writeFileSync(overlay, JSON.stringify({ Replace }));
  execFileSync(tool(), ['build', '-out', out], {
    cwd: root,
    env: { ...process.env, GOFLAGS: `${process.env.GOFLAGS ?? ''} -overlay=${overlay}`.trim() },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return out;
}

/**
 * Builds the page around a core that does not look at what it reads: a return
 * stands first in what scans a unit, and in what rewrites and verifies one. All
 * else, the splitting, the reading and the writing, is as it is.
 */
export function buildFloor() {
  const out = temp();
  const Replace = {};
  for (const [path, func, instead] of [
    ['core/internal/detect/unit.go', /^func \(d \*Detector\) Unit\(b \[\]byte\) \{$/m, 'return'],
    ['core/worker.go', /^func \(w \*Worker\) cleanBy\([^)]*\bdst, unit \[\]byte\b.*\{$/m, 'return append(dst, unit...), nil, nil'],
  ]) {
    const source = readFileSync(join(root, path), 'utf8');
    if (!func.test(source)) throw new Error(`${path} has no longer the function that the floor leaves out`);
    const copy = join(out, path.replaceAll('/', '-'));
    writeFileSync(copy, source.replace(func, `$&\n\t${instead}`));
    Replace[join(root, path)] = copy;
  }
  return buildOver(Replace, out);
}

/**
 * Builds the page from a copy of the sources in which some files are others, and
 * gives the folder: { 'web/src/session.js': 'web/test/testdata/fakesession.js' }.
 */
export function buildWith(replaced) {
  const copy = join(temp(), 'copy');
  const out = temp();
  for (const part of ['go.mod', 'go.sum', 'core', 'wasm', 'web/src', 'web/tool']) cpSync(join(root, part), join(copy, part), { recursive: true });
  for (const [path, by] of Object.entries(replaced)) copyFileSync(join(root, by), join(copy, path));
  execFileSync(tool(), ['build', '-out', out], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
  return out;
}

/** A page that was built, with another policy in its block of data. */
export function withPolicy(from, policy) {
  const out = temp();
  const html = readFileSync(join(from, 'index.html'), 'utf8');
  const block = /(<script type="application\/json" id="policy">)[^<]*/;
  if (!block.test(html)) throw new Error('the page has no policy');
  writeFileSync(join(out, 'index.html'), html.replace(block, (_, tag) => tag + policy));
  return out;
}

/** The page with a scripted session in the place of the real one. */
export const buildFake = () => buildWith({ 'web/src/session.js': 'web/test/testdata/fakesession.js' });

/** The same in a language that runs from right to left, for who asks for "ar". */
export const buildMirrored = () =>
  buildWith({ 'web/src/session.js': 'web/test/testdata/fakesession.js', 'web/src/messages/de.js': 'web/test/testdata/rtl.js' });
