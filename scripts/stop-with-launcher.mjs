// Loaded before a program by on-node-24.mjs.
import { constants } from 'node:os';

// The launcher holds a channel open for as long as it lives; a launcher killed outright (kill -9) closes it, and the program is
// asked to stop as by SIGTERM instead of living on unseen.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

// Ctrl-C reaches a program twice: from the terminal, and forwarded by npm and the launcher. A program that stops in order at the
// first must not be cut down by the second. One that does not listen ends as it would anyhow, but through `process.exit`, so
// that an embedded database hears of it; and somebody who asks again after a while means it.
const patienceMilliseconds = 2_000;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  let askedAt;
  process.on(signal, () => {
    if (process.listenerCount(signal) > 1) askedAt ??= Date.now();
    else if (askedAt === undefined || Date.now() - askedAt > patienceMilliseconds)
      process.exit(128 + constants.signals[signal]);
  });
}
