import { words as word } from '@opengoa/kernel/words';
import { sheet } from '@opengoa/kernel/exchange';

const choices = (codes: readonly string[]) => codes.map((code) => ({ code, zh: code, en: code }));

/** Repairs as they come in by file: what an office that changes over to this program brings along. */
export const repairSheet = sheet({
  kind: 'repairs.repair',
  title: word('报修', 'Repairs'),
  key: ['title'],
  columns: {
    title: { type: 'text', title: word('事由', 'What'), required: true, maxLength: 200 },
    place: { type: 'text', title: word('地点', 'Where'), required: true, maxLength: 100 },
    kind: {
      type: 'choice',
      title: word('类别', 'Kind'),
      required: true,
      choices: choices(['water', 'power', 'air', 'lift', 'network', 'furniture']),
    },
    urgency: { type: 'choice', title: word('缓急', 'Urgency'), required: true, choices: choices(['plain', 'urgent']) },
  },
  verb: 'repairs.report-repair',
  input: (row, { unit }) => ({ ...row, unit }),
});
