import { newId, notFound, refuse, verb, type Tx } from '@opengoa/kernel';
import { findFile, type StoredFile } from '@opengoa/kernel/files';
import { z } from 'zod';
import { analysisPoint } from './analysis-point.ts';
import { methodOf, shapeOf } from './analysis-method.ts';
import { analysisOf, ownOpen } from './analysis-store.ts';
import { AnalysisOpened, OpenAnalysis } from './contract.ts';

/** Who analyses files: at the unit of their right. */
export const analysts = ['risk-officer'] as const;

/** 打开文件分析: takes uploaded files for one method; a job then looks at their first rows. */
export const openAnalysis = verb('risk-centre.open-analysis', {
  title: { zh: '打开文件', en: 'Open files' },
  about: {
    zh: '把上传的文件交给一个分析方法，先读出表头和前几行，供核对各列。',
    en: 'Hands uploaded files to a method; headers and first rows are read so that the columns can be checked.',
  },
  input: OpenAnalysis,
  who: [...analysts],
  facts: [AnalysisOpened],
  refusals: ['method-unknown', 'analysis-input-missing', 'analysis-file-not-asked', 'analyses-open', 'not-found'],
  result: z.strictObject({ analysis: z.uuid() }),
  load: async (tx, { files }, { actor }) => ({
    files: await storedFiles(
      tx,
      files.map(({ file }) => file),
    ),
    ...(await ownOpen(tx, actor.person)),
  }),
  at: (_known, _input, { actor, organisation }) => ({
    unit: analystGrant(actor)?.unit ?? organisation.units[0]?.id ?? '',
  }),
  decide({ files, open }, input, { actor, standards, today }) {
    const method = methodOf(input.method);
    if (!method) return refuse('method-unknown', {}, { status: 404 });
    const roles = input.files.map(({ role }) => role);
    if (!roles.includes('input')) return refuse('analysis-input-missing');
    const unasked = roles.find((role, i) => !shapeOf(method, role) || (role !== 'input' && roles.indexOf(role) !== i));
    if (unasked !== undefined) return refuse('analysis-file-not-asked', { role: unasked });
    const most = standards.numberOn('risk-centre.analysis-limits', today, [], { item: 'open' });
    if (open >= most) return refuse('analyses-open', { most }, { status: 409 });
    const named = input.files.flatMap(({ file, role }) => {
      const found = files.find(({ id }) => id === file);
      const own = found?.point === analysisPoint.name && found.object === null && found.person === actor.person;
      return own ? [{ file, role, name: found.name }] : [];
    });
    if (named.length < input.files.length || new Set(named.map(({ file }) => file)).size < named.length)
      return notFound();
    const analysis = newId();
    const fact = AnalysisOpened.of({
      object: analysisOf({ id: analysis }),
      unit: analystGrant(actor)!.unit,
      body: { method: method.name, files: named },
    });
    return { facts: [fact], result: { analysis } };
  },
  queues: () => ({ job: 'risk-centre.run-analyses', asked: {} }),
});

async function storedFiles(tx: Tx, ids: readonly string[]): Promise<StoredFile[]> {
  const found: StoredFile[] = [];
  for (const id of ids) {
    const file = await findFile(tx, id);
    if (file) found.push(file);
  }
  return found;
}

const analystGrant = ({ grants }: { readonly grants: readonly { readonly role: string; readonly unit: string }[] }) =>
  grants.find(({ role }) => analysts.some((each) => each === role));
