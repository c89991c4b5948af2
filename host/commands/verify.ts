import { readFileSync } from 'node:fs';
import { fillWords } from '@opengoa/kernel';
import { problemKinds, verifyRecord, type VerifyReport } from '@opengoa/kernel/record';
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
        onProgress: (checked, size) => tell(`${checked} / ${size}`),
      });
      if (asked.values['json']) console.log(JSON.stringify(report, null, 2));
      else console.log(sentenceOf(report));
      return report.ok ? 0 : 1;
    }),
};

function sentenceOf({
  ok,
  checked,
  heads,
  checkpoints,
  unsealed,
  root,
  firstBad,
  problems,
  tookMs,
}: VerifyReport): string {
  if (ok) {
    return `记录完整:${checked} 条、${heads} 个签名树根、${checkpoints} 个检查点全部相符(${(tookMs / 1_000).toFixed(1)} s;未封存 ${unsealed} 条;根 ${root})。\nThe Record is whole: ${checked} entries, ${heads} signed heads, ${checkpoints} checkpoints agree.`;
  }
  const words = firstBad ? fillWords(problemKinds[firstBad.kind], { ...firstBad }) : { zh: '', en: '' };
  return `发现 ${problems.length} 处不符。首处:${words.zh}。\n${problems.length} differences found. First: ${words.en}.`;
}
