import { newId, refuse, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { ProjectSettled, SettleProject } from './contract.ts';
import { savingsOf } from './gather-savings.ts';
import { contractYear, payableOf } from './payable.ts';
import { type Project, projectMoves, projectOf } from './project.ts';
import { lockProject, settlementsOf } from './project-store.ts';

/** Lies within the contract and after the start, and is over. */
const fits = ({ reportingFrom, contractFrom, contractTo }: Project, from: string, to: string, today: string): boolean =>
  reportingFrom !== null &&
  contractFrom !== null &&
  contractTo !== null &&
  from <= to &&
  from >= reportingFrom &&
  from >= contractFrom &&
  to <= contractTo &&
  to < today;

/**
 * 结算: what a stretch of the contract costs, reckoned from the saving of its days and kept with all it was reckoned from. The payment itself is
 * made elsewhere.
 */
export const settleProject = verb('energy.settle-project', {
  title: { zh: '结算', en: 'Settle savings' },
  input: SettleProject,
  who: ['energy-clerk'],
  on: 'energy.project',
  facts: [ProjectSettled],
  refusals: [
    'not-now',
    'nothing-to-settle',
    'outside-the-contract',
    'across-contract-years',
    'settled-before',
    'savings-not-known',
    'price-not-known',
  ],
  async load(tx, { project: id, from, to }, context) {
    const project = await lockProject(tx, id);
    return {
      id: newId(),
      project,
      settled: await settlementsOf(tx, id),
      savings: fits(project, from, to, context.today)
        ? await savingsOf(tx, project, [from, addDays(to, 1)], context)
        : null,
    };
  },
  at: ({ project }) => ({ unit: project.unit }),
  decide({ id, project, settled, savings }, { from, to, document }) {
    const closed = projectMoves.refusal(project.state, 'energy.settle-project');
    if (closed) return closed;
    if (project.kind === 'own-funded') return refuse('nothing-to-settle');
    const { contractFrom, contractTo, reportingFrom } = project;
    if (savings === null)
      return refuse('outside-the-contract', {
        from: [reportingFrom ?? '', contractFrom ?? ''].toSorted().at(-1)!,
        to: contractTo ?? '',
      });
    const { nextFrom } = contractYear(contractFrom!, from);
    if (to >= nextFrom) return refuse('across-contract-years', { day: nextFrom });
    const overlaps = settled.find((each) => each.from <= to && from < each.toExclusive);
    if (overlaps) return refuse('settled-before', { from: overlaps.from, to: addDays(overlaps.toExclusive, -1) });
    const known = savings.status === 'ok' ? savings : null;
    if (savings.status !== 'ok' && project.kind !== 'energy-trust') {
      const [reason] = savings.reasons;
      return refuse('savings-not-known', {
        why: {
          zh: `${reason?.meter ?? ''} ${reason?.zh ?? ''}`.trim(),
          en: `${reason?.meter ?? ''} ${reason?.en ?? ''}`.trim(),
        },
      });
    }
    const payable = payableOf(project, [from, addDays(to, 1)], known);
    if (payable === null) return refuse('price-not-known');
    return [
      ProjectSettled.of({
        object: projectOf(project),
        unit: project.unit,
        body: { settlement: id, from, toExclusive: addDays(to, 1), ...payable, document },
      }),
    ];
  },
});
