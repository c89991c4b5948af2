// Runs before `npm start` and `npm test`, on whatever Node the machine has (>= 18), before anything is installed:
// therefore plain JavaScript and Node's own modules only.
//
// It answers one question, "is what package-lock.json asks for here?", and runs `npm ci` when it is not. Install scripts
// stay off: nothing in the lock file needs one. npm skips `prestart` where scripts are off, so on-node-24.mjs asks too.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.installed-for');
const turnFile = join(root, '.installing.lock');

/** What the stamp holds once this lock file has been installed on this kind of machine. */
function wanted() {
  return createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

function stamped() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === wanted();
}

function stamp() {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${wanted()}\n`);
}

const here = (names, name) => names === undefined || [names].flat().includes(name);

/** An optional package made for this very machine. Others (another system, a WebAssembly stand-in) are rightly absent. */
function madeForHere(entry) {
  if (!entry.os && !entry.cpu) return false;
  const musl = !process.report?.getReport().header.glibcVersionRuntime;
  const libc = process.platform === 'linux' ? (musl ? 'musl' : 'glibc') : undefined;
  return here(entry.os, process.platform) && here(entry.cpu, process.arch) && (!entry.libc || here(entry.libc, libc));
}

/**
 * A tree that `npm install` made, before any stamp was written, need not be thrown away: npm leaves the list of what it
 * installed in node_modules/.package-lock.json. True when that list agrees with package-lock.json and the folders exist.
 */
function installedWithoutStamp() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const asked = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const had = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(asked).every(([path, entry]) => {
    if (path === '' || !path.includes('node_modules')) return true;
    const found = had[path];
    if (!found && entry.optional && !madeForHere(entry)) return true;
    return found !== undefined && found.version === entry.version && existsSync(join(root, path));
  });
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Two installs at once would empty the folder under each other. The second waits for the first and then finds it done. */
async function takeTurn() {
  let told = 0;
  for (;;) {
    try {
      writeFileSync(turnFile, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let holder = 0;
    try {
      holder = Number(readFileSync(turnFile, 'utf8'));
    } catch {
      continue; // given back between the two calls
    }
    if (holder > 0 && !alive(holder)) {
      rmSync(turnFile, { force: true });
      continue;
    }
    if (Date.now() - told > 10_000) {
      console.log(`另一个安装正在进行，等待它完成 · another install is under way (process ${holder}), waiting`);
      told = Date.now();
    }
    await wait(300);
  }
}

/** How to call npm: the very one that runs us, or the one on the PATH when another tool or nobody did. */
function npmCommand() {
  const path = process.env.npm_execpath;
  if (path && basename(path).startsWith('npm') && existsSync(path))
    return { command: process.execPath, before: [path] };
  return process.platform === 'win32'
    ? { command: 'npm.cmd', before: [], shell: true }
    : { command: 'npm', before: [] };
}

const list = (path) => (existsSync(path) ? readdirSync(path).filter((name) => !name.startsWith('.')) : []);

/** Packages that are there already; npm makes the folders first and fills them later. */
function countInstalled() {
  const folder = join(root, 'node_modules');
  return list(folder)
    .flatMap((name) => (name.startsWith('@') ? list(join(folder, name)).map((inner) => join(name, inner)) : [name]))
    .filter((name) => existsSync(join(folder, name, 'package.json'))).length;
}

/** Runs one npm command with a line every few seconds. What npm says is shown only when it fails. */
async function npm(words, seconds) {
  const { command, before, shell } = npmCommand();
  const always = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const child = spawn(command, [...before, ...words, ...always, '--loglevel=error', '--progress=false'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: shell ?? false,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const ticker = setInterval(() => {
    console.log(`  安装中 · installing … ${seconds()} s, ${countInstalled()} packages`);
  }, 5000);
  const stop = (signal) => child.kill(signal);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const code = await new Promise((done) => {
    child.on('error', (error) => {
      said += `${error.message}\n`;
      done(1);
    });
    child.on('close', (exit) => done(exit ?? 1));
  });
  clearInterval(ticker);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return { code, said: said.trim() };
}

/**
 * `npm ci` also wants to see the packages of every other system, and a registry copy may lack some of them: npm then names them without a
 * version. They would not be installed here anyhow, so that alone is no reason to stop. Anything else that is out of step is.
 */
function onlyForeignPackagesLack(said) {
  const complaints = said.split('\n').filter((line) => /(Missing|Invalid): /.test(line));
  return complaints.length > 0 && complaints.every((line) => /Missing: \S+@ from lock file/.test(line));
}

async function install() {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log('正在安装所需的软件包（只需一次，约一分钟）· installing packages (once, about a minute)');
  let done = await npm(['ci'], seconds);
  // The same versions from the same lock file, without looking at the foreign ones; nothing is written back.
  if (done.code !== 0 && onlyForeignPackagesLack(done.said)) done = await npm(['install', '--no-save'], seconds);
  if (done.code !== 0) {
    console.error(done.said.split('\n').slice(0, 40).join('\n'));
    console.error(
      '安装未完成。请检查网络或 npm 源后重试 · the packages were not installed; check the network or the registry and try again',
    );
    return done.code;
  }
  stamp();
  console.log(`  安装完成 · installed in ${seconds()} s`);
  return 0;
}

/** Exit code: 0 when everything is there, else npm's. Takes a few milliseconds when there is nothing to do. */
export async function installWhatIsMissing() {
  if (stamped()) return 0;
  await takeTurn();
  try {
    if (stamped()) return 0;
    if (installedWithoutStamp()) {
      stamp();
      return 0;
    }
    return await install();
  } finally {
    rmSync(turnFile, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await installWhatIsMissing();
