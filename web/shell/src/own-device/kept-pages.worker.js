/**
 * Pages on a device that its owner marked as their own: what was opened before opens without a network. Nothing is kept for anybody else,
 * and the first word of the server that somebody else, or nobody, is here empties the shelf.
 */
// @ts-check
/// <reference lib="webworker" />

const build = '__BUILD__';
const shell = `opengoa-shell-${build}`;
const answers = `opengoa-answers-${build}`;
const owner = 'opengoa-owner';
const mostAnswers = 300;
const keptMs = 7 * 86_400_000;

/** Of the kernel's own reads only what pages are drawn with: no accounts, no Record, no full values, no registers of people. */
const ofTheKernel = new Set([
  'my-tasks',
  'my-messages',
  'preferences',
  'shared-views',
  'names',
  'standards',
  'my-notices',
]);

/** @type {ServiceWorkerGlobalScope} */
// @ts-expect-error -- the type of `self` is that of a page
const worker = self;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', (event) => event.waitUntil(told(event.data)));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/_built/')) event.respondWith(asset(request));
  else if (url.pathname === '/api/session') event.respondWith(session(request));
  else if (isKept(url)) event.respondWith(answer(request));
  else if (request.mode === 'navigate' && !/^\/(?:r|api|sign-in)(?:\/|$)/.test(url.pathname))
    event.respondWith(page(request));
});

/** After an upgrade the shapes of answers may differ: they go. Files of the build before stay one round, for pages that are open. */
async function takeOver() {
  const names = await caches.keys();
  const shells = names.filter((name) => name.startsWith('opengoa-shell-') && name !== shell);
  await Promise.all([
    ...names
      .filter((name) => name.startsWith('opengoa-answers-') && name !== answers)
      .map((name) => caches.delete(name)),
    ...shells.slice(0, -1).map((name) => caches.delete(name)),
  ]);
  await worker.clients.claim();
}

/** @param {{ keep?: readonly string[]; person?: string; forget?: true }} said */
async function told({ keep, person, forget }) {
  if (forget) await forgetAll();
  if (person) await (await caches.open(owner)).put('/', new Response(person));
  // What the page had fetched before this worker was there.
  const kept = await caches.open(shell);
  for (const path of keep ?? [])
    if (path.startsWith('/_built/') && !(await kept.match(path))) await kept.add(path).catch(() => undefined);
  if (keep) await page(new Request('/', { headers: { accept: 'text/html' } })).catch(() => undefined);
}

async function forgetAll() {
  for (const name of await caches.keys()) if (name.startsWith('opengoa-')) await caches.delete(name);
}

const ownerOf = async () => (await (await caches.open(owner)).match('/'))?.text();

/** @param {URL} url */
function isKept({ pathname }) {
  if (/^\/api\/lists\/[\w.-]+$/.test(pathname)) return true;
  const read = /^\/api\/reads\/([a-z-]+)\.([a-z-]+)$/.exec(pathname);
  return read !== null && (read[1] !== 'kernel' || ofTheKernel.has(String(read[2])));
}

/** @param {Request} request */
async function asset(request) {
  const found = await caches.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && (await ownerOf())) await (await caches.open(shell)).put(request, response.clone());
  return response;
}

/** @param {Request} request */
async function page(request) {
  try {
    const response = await fetch(request);
    if (response.ok && response.headers.get('content-type')?.startsWith('text/html') && (await ownerOf()))
      await (await caches.open(shell)).put('/', response.clone());
    return response;
  } catch (away) {
    const kept = await (await caches.open(shell)).match('/');
    if (kept) return kept;
    throw away;
  }
}

/** Who is here decides what may be kept. The proof of a page's acts is never kept. @param {Request} request */
async function session(request) {
  const mine = await ownerOf();
  try {
    const response = await fetch(request);
    if (mine && response.ok) {
      const said = await response.clone().json();
      if (said.person?.id !== mine) await forgetAll();
      else await put(request, new Response(JSON.stringify({ ...said, proof: null }), { headers: json }));
    }
    return response;
  } catch (away) {
    return (mine && (await take(request))) || Promise.reject(away);
  }
}

const json = { 'content-type': 'application/json; charset=utf-8' };

/** @param {Request} request */
async function answer(request) {
  try {
    const response = await fetch(request);
    if (response.status === 401) await forgetAll();
    else if (response.ok && !response.headers.has('x-not-kept') && (await ownerOf()))
      await put(request, new Response(await response.clone().text(), { headers: json }));
    return response;
  } catch (away) {
    return ((await ownerOf()) && (await take(request))) || Promise.reject(away);
  }
}

/** @param {Request} request @param {Response} response */
async function put(request, response) {
  const kept = await caches.open(answers);
  response.headers.set('x-kept-at', String(Date.now()));
  await kept.delete(request);
  await kept.put(request, response);
  const keys = await kept.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - mostAnswers))) await kept.delete(old);
}

/** @param {Request} request */
async function take(request) {
  const found = await (await caches.open(answers)).match(request);
  return found && Date.now() - Number(found.headers.get('x-kept-at')) < keptMs ? found : undefined;
}
