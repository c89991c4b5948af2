import { newId, type Importer } from '@opengoa/kernel';
import { reading, runVerb, type Kernel } from '@opengoa/kernel/host';
import type { OpenHouse } from '../program/open-house.ts';
import type { Settings } from '../program/settings.ts';
import { actingAs } from './acting-as.ts';
import { tell, text, type Asked } from './command.ts';
import { findUnit } from './find-unit.ts';

export const importerOf = ({ rooms }: Kernel, kind: string): Importer | undefined =>
  rooms.flatMap((room) => room.importers ?? []).find((importer) => importer.kind === kind);

/** An archive in a layout of its own: the room's importer reads it, and what it changes it changes as whoever imports. */
export async function importArchive(
  house: OpenHouse,
  settings: Settings,
  importer: Importer,
  asked: Asked,
  { path, said, signal }: { path: string; said: Readonly<Record<string, string>>; signal: AbortSignal },
): Promise<number> {
  const { kernel } = house;
  const { kind, who, about } = importer;
  const unit = text(asked, 'unit');
  const map = { ...said, ...(unit === undefined ? {} : { unit: findUnit(kernel, unit) }) };
  return actingAs(house, settings, { account: text(asked, 'as'), who }, async (actor) => {
    let told = 0;
    const dryRun = asked.values['dry-run'] === true;
    const { state, counts, problems } = await importer.run(
      { path, map, dryRun },
      {
        verb: (name, input) => runVerb(kernel, { name, input, actor, requestId: newId() }),
        reading: (work) =>
          reading(kernel, { actor, who, room: kind.slice(0, kind.indexOf('.')) }, (tx, context) => work(tx, context)),
        progress(done, of, words) {
          if (Date.now() - told < 1_000 && done < of) return;
          told = Date.now();
          const share = `${done.toLocaleString('en')} / ${of.toLocaleString('en')}`;
          tell(`导入 importing ${share}${words ? `  ${words.zh} ${words.en}` : ''}`);
        },
        signal,
      },
    );
    if (asked.values['json']) console.log(JSON.stringify({ kind, state, dryRun, counts, problems }, null, 2));
    else {
      const said = Object.entries(counts).map(([what, count]) => `${what} ${count.toLocaleString('en')}`);
      console.log(`${stateWords[state]}${dryRun ? '(试运行 dry run)' : ''}  ${said.join(' · ')}`);
      for (const { where, why } of problems.slice(0, 20)) console.log(`  ${where}: ${why.zh} ${why.en}`);
      if (problems.length > 20) console.log(`  … ${problems.length - 20} 处 more`);
      if (state === 'refused') console.log(`  ${about.zh}\n  ${about.en}`);
    }
    return state === 'done' ? 0 : 1;
  });
}

const stateWords = {
  done: '已导入 · imported',
  stopped: '已停止,再次执行即继续 · stopped; the same command goes on',
  refused: '没有导入 · nothing imported',
} as const;
