import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** How to get one where we may not install it ourselves. */
export const howToGetChromium =
  '没有找到 Chromium：请安装（Debian：sudo apt-get install chromium），或用 CHROMIUM_PATH 指定浏览器 · ' +
  'no Chromium found: install it (Debian: sudo apt-get install chromium), or name a browser with CHROMIUM_PATH';

/** The browser that the browser tests drive: `CHROMIUM_PATH`, else the first one of the machine. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return runnable(named) ? named : undefined;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...elsewhere].find(runnable);
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** True where `apt-get install` will do without asking anybody. */
function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * The browser, installed from Debian when there is none and we may. A Chinese font comes along, so that pictures of pages can be
 * read; without it the tests run all the same.
 */
export function ensureChromium(say: (line: string) => void): string | undefined {
  const found = findChromium();
  if (found || process.env['CHROMIUM_PATH'] || !mayInstall()) return found;
  say('正在安装 Debian 的 Chromium（约一分钟）· installing Debian’s Chromium (about a minute)');
  apt('update', '-qq');
  const installed = apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  if (installed.status !== 0) {
    say(installed.stderr.trim().split('\n').slice(-5).join('\n'));
    return undefined;
  }
  if (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() === '') {
    apt('install', '-y', '-qq', '--no-install-recommends', 'fonts-wqy-microhei');
  }
  return findChromium();
}

function apt(...args: string[]) {
  return spawnSync('apt-get', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  });
}
