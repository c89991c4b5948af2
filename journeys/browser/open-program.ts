import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { test as plain } from 'vitest';
import { ensureChromium, howToGetChromium } from '../../scripts/chromium.ts';
import type { RunningProgram } from './run-program.ts';
import type { Visitor } from '../security/visitor.ts';
import { visitorOf } from './sign-in.ts';

/** The two windows everything must work in: the smallest office screen still in use, and a phone. */
export const desk = { width: 1366, height: 768 } as const;
export const phone = { width: 390, height: 844 } as const;

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Words of the pages; Chinese when left out. */
  readonly locale?: string;
  readonly dark?: boolean;
  /** What the browser says of itself: inside an app it names the app. */
  readonly agent?: string;
}

/** What a page did that no page may do. */
export class Watch {
  readonly faults: string[] = [];
  /** Requests seen, so that a watch that saw nothing is noticed. */
  asked = 0;
  readonly #allowed: RegExp[] = [];

  /** A refusal this test brings about on purpose: the browser writes every 4xx answer to its console. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  note(fault: string): void {
    if (!this.#allowed.some((pattern) => pattern.test(fault))) this.faults.push(fault);
  }
}

export interface OpenProgram {
  readonly program: RunningProgram;
  readonly watch: Watch;
  /** A page of somebody signed in; each call is a browser profile of its own with the same session. */
  as(name: string, options?: PageOptions): Promise<Page>;
  /** The same person without a page, for what must be there before the walk begins. */
  through(name: string): Promise<Visitor>;
  /** A page of nobody. */
  nobody(options?: PageOptions): Promise<Page>;
}

/** Refuses what the program must never need: nothing outside is reached, whatever the machine could reach. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--no-first-run',
  '--no-default-browser-check',
  // The outside is not there: what asks for it fails, and is noticed.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--mute-audio',
  '--font-render-hinting=none',
];

/** Longer than anything may take on a busy machine of two cores. */
const PATIENCE_MS = 15_000;

/** Where pictures of failed tests go. */
export const pictures = join(tmpdir(), 'opengoa-browser-pictures');

let program: Promise<RunningProgram> | undefined;

/** The program of this run, started by whoever asks first. */
async function askForProgram(deskAddress: string): Promise<RunningProgram> {
  const answer = await fetch(`${deskAddress}/program`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as RunningProgram;
}

function watchContext(context: BrowserContext, origin: string, watch: Watch): void {
  context.on('console', (message) => {
    if (message.type() === 'error') watch.note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => watch.note(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') watch.note(`a script opened a dialog: ${dialog.message()}`);
    void dialog.accept().catch(() => undefined);
  });
  // SEC-WB-04: whatever asks another origin is a fault, also when it is refused.
  context.on('request', (request) => {
    watch.asked += 1;
    const url = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(url.protocol) && url.origin !== origin)
      watch.note(`another origin: ${request.url()}`);
  });
}

/** Reports what the page's policy stopped; the browser's own message is not always an error. */
const reportPolicy = () =>
  addEventListener('securitypolicyviolation', (event) =>
    // oxlint-disable-next-line no-console -- runs in the page
    console.error(`policy violated: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`),
  );

/**
 * A test in the browser. Ends red when any of its pages wrote an error, broke the page's policy, threw, or asked another origin
 * (SEC-WB-04), and leaves a picture of every page of a failed test in {@link pictures}.
 */
export const test = plain.extend<OpenProgram & { readonly browser: Browser; readonly machine: RunningProgram }>({
  machine: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixtures from the pattern
    async ({}, use) => {
      const { inject } = await import('vitest');
      program ??= askForProgram(inject('programDesk'));
      await use(await program);
    },
    { scope: 'file' },
  ],
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const executablePath = ensureChromium(() => undefined);
      if (!executablePath) throw new Error(howToGetChromium);
      // Chromium calls a file “download” whose name the machine's own encoding cannot write.
      const env = { ...process.env, LC_ALL: 'C.UTF-8' };
      const browser = await chromium.launch({ executablePath, args: flags, env });
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  program: async ({ machine }, use) => use(machine),
  // oxlint-disable-next-line no-empty-pattern -- as above
  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
    if (watch.faults.length > 0) throw new Error(`What no page may do:\n${watch.faults.join('\n')}`);
  },
  as: async ({ browser, machine, watch, task, onTestFinished }, use) => {
    const opened: { name: string; context: BrowserContext }[] = [];
    // Closed after the test has ended, so that a failed one can be looked at.
    onTestFinished(async () => {
      if (task.result?.state === 'fail') {
        await takePictures(task.name, opened);
        await tellLog();
      }
      for (const { context } of opened) await context.close();
    });
    await use(async (name, options = {}) => {
      const context = await newContext(browser, machine, options);
      context.setDefaultTimeout(PATIENCE_MS);
      watchContext(context, machine.origin, watch);
      await context.addInitScript(reportPolicy);
      if (name !== '') {
        const { cookies } = await visitorOf(machine, name);
        await context.addCookies([...cookies].map(([key, value]) => ({ name: key, value, url: machine.origin })));
      }
      opened.push({ name, context });
      return context.newPage();
    });
  },
  through: async ({ machine }, use) => use((name) => visitorOf(machine, name)),
  nobody: async ({ as }, use) => use((options) => as('', options)),
});

/** A fault of the program's own jobs is on no page. */
async function tellLog(): Promise<void> {
  const { inject } = await import('vitest');
  const answer = await fetch(`${inject('programDesk')}/log`).catch(() => undefined);
  const written = answer?.ok ? ((await answer.json()) as string) : '';
  if (written !== '') process.stderr.write(`what the program wrote last:\n${written.slice(-4_000)}\n`);
}

async function takePictures(test: string, of: readonly { name: string; context: BrowserContext }[]): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const title = test.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 60);
  for (const [n, { name, context }] of of.entries())
    for (const page of context.pages())
      await page.screenshot({ path: join(pictures, `${title}-${n}-${name}.png`) }).catch(() => undefined);
}

const newContext = (browser: Browser, { origin }: RunningProgram, options: PageOptions): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: origin,
    viewport: options.viewport ?? desk,
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    colorScheme: options.dark ? 'dark' : 'light',
    acceptDownloads: true,
    ...(options.agent ? { userAgent: options.agent } : {}),
  });

let source: string | undefined;

/** axe-core's own source; it is run in the page by the browser, which the page's policy does not forbid. */
export const axeSource = (): string =>
  (source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
