// Runs in a process of its own: two years of hourly readings leave a large heap behind.
import pino from 'pino';
import { loadDemo } from '../../demo/load-demo.ts';
import { loadingMark } from './mode-of-folder.ts';
import { openHouse } from './open-house.ts';
import { apart } from './run-apart.ts';
import { readSettings } from './settings.ts';

await apart(async (progress) => {
  const settings = readSettings(process.env);
  const log = pino({ level: 'warn' }, pino.destination(2));
  // Nobody waits for an answer here, and a small machine may take its time over a year of readings.
  const house = await openHouse({
    settings,
    log,
    progress,
    mayJoin: true,
    poolSize: 14,
    statementMs: 300_000,
    lazyCommits: true,
  });
  try {
    const { signal } = new AbortController();
    const { data, demoSize: size } = settings;
    return await loadDemo(house.kernel, { data, size, mark: loadingMark(data), progress, signal });
  } finally {
    await house.close();
  }
});
