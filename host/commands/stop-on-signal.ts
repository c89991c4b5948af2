/**
 * Ctrl-C and SIGTERM ask for an orderly stop. The listeners stay: somebody who asks twice does not cut the stop short, and the
 * launcher sees that this program listens (scripts/stop-with-launcher.mjs).
 */
export function stopOnSignal(): { readonly signal: AbortSignal; readonly asked: Promise<void> } {
  const stopping = new AbortController();
  const asked = new Promise<void>((done) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        stopping.abort(new Error(`stopped by ${name}`));
        done();
      });
    }
  });
  return { signal: stopping.signal, asked };
}
