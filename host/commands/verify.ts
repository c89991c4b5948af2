import { readFileSync } from 'node:fs';
import { verifyRecord } from '@opengoa/kernel/record';
import { type Command, tell, text, withHouse } from './command.ts';

/** `opengoa verify`: re-derives every hash and signed head; against a checkpoint also finds a cut tail and a rewrite. */
export const verify: Command = {
  name: 'verify',
  about: '核验操作记录未被改动 · Prove that the Record was not touched',
  options: {
    checkpoint: { type: 'string', about: 'a checkpoint exported earlier and kept elsewhere' },
    json: { type: 'boolean', about: 'print the report as JSON' },
  },
  run: (asked) =>
    withHouse(async ({ kernel, pool }) => {
      const file = text(asked, 'checkpoint');
      const report = await verifyRecord(pool, {
        node: kernel.node,
        crypto: kernel.crypto,
        ...(file ? { checkpoint: readFileSync(file, 'utf8') } : {}),
        onProgress: ({ done, of }: { done: number; of: number }) => tell(`${done}/${of}`),
      });
      console.log(asked.values['json'] ? JSON.stringify(report, null, 2) : report.sentence);
      return report.clean ? 0 : 1;
    }),
};
