import { refuse, stale, verb } from '@opengoa/kernel';
import { ChangeProject, ProjectChanged, type Terms } from './contract.ts';
import { projectMoves, projectOf, termsRefusal } from './project.ts';
import { isProjectNameTaken, lockProject } from './project-store.ts';

/** 变更节能项目: its terms, as long as it does not run. Afterwards what was agreed stays, since payments hang on it. */
export const changeProject = verb('energy.change-project', {
  title: { zh: '变更节能项目', en: 'Change a saving project' },
  input: ChangeProject,
  who: ['energy-clerk'],
  on: 'energy.project',
  facts: [ProjectChanged],
  refusals: [
    'not-now',
    'stale-version',
    'project-name-taken',
    'period-backwards',
    'contract-incomplete',
    'shares-not-the-years',
  ],
  async load(tx, { project: id, name }) {
    const project = await lockProject(tx, id);
    return { project, taken: name !== undefined && (await isProjectNameTaken(tx, project.unit, name, id)) };
  },
  at: ({ project }) => ({ unit: project.unit }),
  decide({ project, taken }, { project: _id, version, ...change }) {
    const closed = projectMoves.refusal(project.state, 'energy.change-project');
    if (closed) return closed;
    if (version !== project.version) return stale({ version: project.version });
    if (taken) return refuse('project-name-taken', { name: change.name }, { status: 409 });
    const terms: Terms = {
      name: change.name ?? project.name,
      kind: change.kind ?? project.kind,
      measures: change.measures ?? project.measures,
      contractor: change.contractor === undefined ? project.contractor : change.contractor,
      investmentFen: change.investmentFen ?? project.investmentFen,
      contractFrom: change.contractFrom === undefined ? project.contractFrom : change.contractFrom,
      contractTo: change.contractTo === undefined ? project.contractTo : change.contractTo,
      sharePercents: change.sharePercents ?? [...project.sharePercents],
      guaranteed: change.guaranteed === undefined ? project.guaranteed : change.guaranteed,
      yearlyFeeFen: change.yearlyFeeFen === undefined ? project.yearlyFeeFen : change.yearlyFeeFen,
      baselineFrom: change.baselineFrom ?? project.baselineFrom,
      baselineToExclusive: change.baselineToExclusive ?? project.baselineToExclusive,
      document: change.document ?? project.document,
    };
    const lacking = termsRefusal(terms);
    if (lacking) return lacking;
    return [ProjectChanged.of({ object: projectOf(project), unit: project.unit, body: terms })];
  },
});
