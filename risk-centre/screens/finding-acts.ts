import { words } from '@opengoa/kernel/words';
import type { Acts, ActObject, NamedField } from '@opengoa/web-kit/room';
import { kitStateWords, outcomeWords } from '../words.ts';

const finding = (object: ActObject) => ({ finding: object.id });

const said = <const Name extends string>(
  name: Name,
  title: { zh: string; en: string },
  ...phrases: readonly [string, string][]
): NamedField<Name> => ({
  name,
  title,
  kind: 'long-text',
  required: true,
  maxLength: 2_000,
  phrases: phrases.map(([zh, en]) => words(zh, en)),
});

const choice = <const Name extends string>(
  name: Name,
  title: { zh: string; en: string },
  of: readonly string[],
  from: Readonly<Record<string, { zh: string; en: string }>>,
): NamedField<Name> => ({
  name,
  title,
  kind: 'choice',
  required: true,
  choices: Object.fromEntries(of.map((key) => [key, from[key]!])),
});

/** How each step of a finding is offered. */
export const findingActs: Acts = {
  'risk-centre.explain-finding': {
    title: words('单位说明', 'Explain'),
    tone: 'primary',
    dialog: () => import('./explain-dialog.tsx'),
  },
  'risk-centre.confirm-finding': {
    title: words('确认属实', 'Confirm'),
    tone: 'primary',
    input: finding,
    fields: [
      choice('outcome', words('结论', 'Outcome'), ['confirmed', 'partly-confirmed'], outcomeWords),
      said('reason', words('理由', 'Reason'), ['经核对记录，情况属实。', 'Checked against the records: it is so.']),
    ],
  },
  'risk-centre.dismiss-finding': {
    title: words('不属实', 'Dismiss'),
    dialog: () => import('./dismiss-dialog.tsx'),
  },
  'risk-centre.assign-finding': {
    title: words('交办整改', 'Assign'),
    tone: 'primary',
    dialog: () => import('./assign-dialog.tsx'),
  },
  'risk-centre.rectify-finding': {
    title: words('报告整改', 'Report rectification'),
    tone: 'primary',
    input: finding,
    fields: [said('done', words('做了什么', 'What was done'))],
  },
  'risk-centre.verify-finding': {
    title: words('验收', 'Accept'),
    tone: 'primary',
    input: finding,
    fields: [
      { name: 'accepted', title: words('通过验收', 'Accepted'), kind: 'yes-no', required: true },
      said('opinion', words('意见', 'Opinion'), ['整改到位，同意销号。', 'Done; the finding may be closed.']),
    ],
  },
  'risk-centre.close-finding': {
    title: words('销号', 'Close'),
    input: finding,
    fields: [said('conclusion', words('结论', 'Conclusion'))],
  },
  'risk-centre.adopt-kit': {
    title: words('调整状态', 'Change state'),
    input: (object) => ({ kit: object.id }),
    fields: [
      choice('state', words('改为', 'To'), ['shadow', 'live', 'restricted', 'retired'], kitStateWords),
      said('reason', words('理由', 'Reason')),
    ],
  },
  'risk-centre.cancel-trial': {
    title: words('取消试算', 'Cancel the trial'),
    input: (object) => ({ trial: object.id }),
  },
};
