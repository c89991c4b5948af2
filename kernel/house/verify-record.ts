import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { stepIn } from '../database/step-in.ts';
import { txOn } from '../database/tx.ts';
import { factType } from '../fact-type.ts';
import { newId } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { problemKinds, verifyRecord as verifyWhole } from '../record/record.ts';
import type { Job } from '../room.ts';
import { jobActorAtRoots } from '../jobs/job-actor.ts';
import { saves } from '../verbs/saves.ts';
import { verb } from '../verbs/verb.ts';
import { fillWords } from '../words.ts';

export const VerificationAsked = factType('kernel.VerificationAsked', {
  title: { zh: '要求验证操作记录', en: 'Verification of the Record asked for' },
  body: z.strictObject({ job: z.uuid() }),
});

/** 验证: the audit officer asks for every hash to be derived again; a job does it, with progress. */
export const verifyRecord = verb('kernel.verify-record', {
  title: { zh: '验证操作记录', en: 'Verify the Record' },
  input: z.strictObject({}),
  who: ['audit-admin'],
  facts: [VerificationAsked],
  refusals: [],
  result: z.strictObject({ job: z.uuid() }),
  load: async () => ({ job: newId() }),
  at: (_known, _input, { actor }) => ({
    unit: actor.grants.find(({ role }) => role === 'audit-admin')?.unit ?? actor.unit ?? '',
  }),
  decide: ({ job }, _input, { actor }) => ({
    facts: [VerificationAsked.of({ object: { kind: 'verification', id: job }, unit: actor.unit ?? '', body: { job } })],
    result: { job },
  }),
  queues: ({ job }) => ({ job: 'kernel.verify-record', asked: { job } }),
});

export const verificationSaves = [
  saves(VerificationAsked, (tx, { unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into kernel.verification (id, unit_id, person_id, state, asked_at) values (${body.job}, ${unit}, ${actor.person}, 'waiting', ${now})`),
  ),
];

/** Derives every hash again and writes down how far it is; its result is a sentence and a list. */
export const verifyRecordIn = (kernel: Kernel): Job => ({
  name: 'verify-record',
  title: { zh: '验证操作记录', en: 'Verify the Record' },
  async run(_run, { job }) {
    const keep = (set: ReturnType<typeof sql>) => update(kernel, String(job), set);
    let told = 0;
    let telling = Promise.resolve();
    const report = await verifyWhole(kernel.pool, {
      node: kernel.node,
      crypto: kernel.crypto,
      onProgress: (done, of) => {
        if (Date.now() - told < 500) return;
        told = Date.now();
        telling = telling.then(() => keep(sql`state = 'running', done = ${done}, of = ${of}`)).catch(() => undefined);
      },
    });
    const says = report.ok
      ? {
          zh: `共核对 ${report.checked} 条、${report.heads} 个签名树根，未发现改动、删除、插入或调换。`,
          en: `${report.checked} entries and ${report.heads} signed heads checked; nothing was changed, removed, inserted or reordered.`,
        }
      : report.firstBad
        ? fillWords(problemKinds[report.firstBad.kind], { ...report.firstBad })
        : { zh: '记录与封存不符。', en: 'The Record differs from its seals.' };
    const problems = report.problems.slice(0, 100).map((problem) => ({
      says: fillWords(problemKinds[problem.kind], { ...problem }),
      from: problem.from,
      to: problem.to,
    }));
    // What was told on the way must not arrive after the end.
    await telling;
    await keep(sql`state = 'done', done = ${report.checked}, of = ${report.checked}, clean = ${report.ok}, says = ${JSON.stringify(says)}::jsonb,
      problems = ${JSON.stringify(problems)}::jsonb, ended_at = now()`);
  },
});

async function update(kernel: Kernel, id: string, set: ReturnType<typeof sql>): Promise<void> {
  const actor = jobActorAtRoots('verify-record', kernel.registers.organisation(''));
  const client = await kernel.pool.connect();
  try {
    await stepIn(client, {
      node: kernel.node,
      room: 'kernel',
      actor,
      scope: { exact: [], below: actor.grants.map(({ unit }) => unit) },
      audit: false,
      readOnly: false,
    });
    await txOn(client).run(sql`update kernel.verification set ${set} where id = ${id}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
