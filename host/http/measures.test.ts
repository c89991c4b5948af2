import fastify from 'fastify';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { measure } from './measures.ts';

const pool = { totalCount: 0, idleCount: 0, waitingCount: 0 } as pg.Pool;
const work = { now: () => 0, turnedAway: () => 0 } as Parameters<typeof measure>[1]['work'];

test('messages of devices are counted by what became of them, as they stand when somebody asks', async () => {
  const messages = { kept: 3, parked: 1, turnedAway: 0 };
  const { registry } = measure(fastify(), { pool, work, messages });
  expect(await registry.metrics()).toContain('opengoa_messages_total{outcome="kept"} 3');
  messages.kept += 4;
  const text = await registry.metrics();
  expect(text).toContain('opengoa_messages_total{outcome="kept"} 7');
  expect(text).toContain('opengoa_messages_total{outcome="parked"} 1');
  expect(text).toContain('opengoa_messages_total{outcome="turned-away"} 0');
});

test('a process that takes no messages tells none', async () => {
  expect(await measure(fastify(), { pool, work }).registry.metrics()).not.toContain('opengoa_messages_total');
});
