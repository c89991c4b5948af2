import { writeFileSync } from 'node:fs';
import { exportCheckpoint } from '@opengoa/kernel/record';
import { CommandRefused, text, withHouse, type Command } from './command.ts';

/** `opengoa checkpoint`: the newest signed tree head, to be kept where nobody of this machine can change it. */
export const checkpoint: Command = {
  name: 'checkpoint',
  about: '导出签名的检查点,供日后核验 · Export a signed checkpoint to verify against later',
  options: {
    to: { type: 'string', about: 'file to write; printed when left out' },
    json: { type: 'boolean', about: 'print JSON' },
  },
  run: (asked) =>
    withHouse(async ({ kernel, pool }) => {
      const found = await exportCheckpoint(pool, { node: kernel.node, crypto: kernel.crypto });
      if (!found)
        throw new CommandRefused('还没有签名的树根:请先启动程序。No signed head yet: start the program first.');
      const { note, head } = found;
      const to = text(asked, 'to');
      if (to !== undefined) writeFileSync(to, note, { mode: 0o644 });
      const shown = { size: head.size, at: head.at, ...(to === undefined ? { note } : { to }) };
      if (asked.values['json']) console.log(JSON.stringify(shown, null, 2));
      else console.log(to === undefined ? note.trimEnd() : `${to}  ${head.size} 条 entries`);
      return 0;
    }),
};
