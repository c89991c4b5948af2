import { isRefusal } from '@opengoa/kernel';
import { undoImport } from '@opengoa/kernel/exchange';
import { actingAs } from './acting-as.ts';
import { tell, text, withHouse, type Command } from './command.ts';
import { refusedInWords } from './refusal-words.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** `opengoa import undo`: takes a batch back, row by row, as acts of whoever undoes. */
export const importUndo: Command = {
  name: 'import undo',
  about: '撤销一批导入 · Take an import back',
  positionals: ['batch'],
  options: {
    as: { type: 'string', about: 'account that undoes; in the demo one that may, when left out' },
    json: { type: 'boolean', about: 'print JSON' },
  },
  run: (asked) =>
    withHouse(async (house, settings) => {
      const { kernel } = house;
      const who = kernel.rooms.flatMap((room) =>
        (room.sheets ?? []).flatMap(({ verb }) => kernel.verbs.get(verb)?.who ?? []),
      );
      const { signal } = stopOnSignal();
      return actingAs(house, settings, { account: text(asked, 'as'), who }, async (actor) => {
        let told = Date.now();
        const report = await undoImport(kernel, {
          actor,
          batchId: asked.positionals[0]!,
          signal,
          progress({ done }) {
            if (Date.now() - told < 1_000) return;
            told = Date.now();
            tell(`撤销 undoing ${done.toLocaleString('en')}`);
          },
        });
        if (isRefusal(report)) throw refusedInWords(kernel, 'kernel', report);
        if (asked.values['json']) console.log(JSON.stringify(report, null, 2));
        else
          console.log(
            `已撤销 undone ${report.takenBack} · 保留 kept ${report.kept.length}${report.stopped ? ' · 已停止 stopped' : ''}`,
          );
        return report.stopped || report.kept.length > 0 ? 1 : 0;
      });
    }),
};
