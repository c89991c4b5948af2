import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Kernel } from '../kernel.ts';
import { inScope } from '../rights/in-scope.ts';
import { read } from '../reads/read.ts';
import { exportCheckpoint, recordStanding, writeVerifierKey } from '../record/record.ts';
import { notFound, Refused } from '../refusal.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** 封存情况: how far the Record is numbered and signed. */
export const recordStandingIn = (kernel: Kernel) =>
  read('kernel.record-standing', {
    title: { zh: '封存情况', en: 'How the Record stands' },
    query: z.strictObject({}),
    answer: z.strictObject({
      sealed: z.number(),
      signed: z.number(),
      signedAt: z.iso.datetime().nullable(),
      unsealed: z.number(),
      root: z.string().nullable(),
    }),
    who: ['audit-admin'],
    async fetch(tx) {
      const { sealed, signed, signedAt, unsealed } = await recordStanding(kernel.pool, { node: kernel.node });
      const head = await tx.maybe<{ root: string }>(
        sql`select encode(root, 'hex') as root from kernel.tree_head order by size desc limit 1`,
      );
      return { sealed, signed, signedAt: signedAt?.toISOString() ?? null, unsealed, root: head?.root ?? null };
    },
  });

/** 导出检查点: the newest signed head as a note, to be kept away from this machine (SEC-RE-04). */
export const checkpointIn = (kernel: Kernel) =>
  read('kernel.checkpoint', {
    title: { zh: '检查点', en: 'Checkpoint' },
    query: z.strictObject({}),
    answer: z.strictObject({ note: z.string(), keys: z.array(z.string()) }),
    who: ['audit-admin'],
    async fetch() {
      const found = await exportCheckpoint(kernel.pool, { node: kernel.node, crypto: kernel.crypto });
      if (!found) throw new Refused(notFound());
      return { note: found.note, keys: found.keys.map(writeVerifierKey) };
    },
  });

/** How a verification that somebody asked for stands. */
export const verification = read('kernel.verification', {
  title: { zh: '验证进度', en: 'A verification' },
  query: z.strictObject({ job: z.uuid() }),
  answer: z.strictObject({
    state: z.enum(['waiting', 'running', 'done']),
    done: z.number(),
    of: z.number().nullable(),
    clean: z.boolean().optional(),
    says: words.nullable(),
    problems: z.array(z.strictObject({ says: words, from: z.number(), to: z.number() })),
    report: z.string().nullable(),
  }),
  who: ['audit-admin'],
  async fetch(tx, { job }, context) {
    const row = await tx.one<{
      state: 'waiting' | 'running' | 'done';
      done: number;
      of: number | null;
      clean: boolean | null;
      says: { zh: string; en: string } | null;
      problems: { says: { zh: string; en: string }; from: number; to: number }[] | null;
    }>(sql`select state, done, of, clean, says, problems from kernel.verification
      where id = ${job} and (person_id = ${context.actor.person} or ${inScope(context, ['audit-admin'])})`);
    const { clean, problems, ...rest } = row;
    return { ...rest, problems: problems ?? [], report: null, ...(clean === null ? {} : { clean }) };
  },
});
