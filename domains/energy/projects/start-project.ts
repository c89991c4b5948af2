import { refuse, stale, verb } from '@opengoa/kernel';
import { ProjectStarted, StartProject } from './contract.ts';
import { projectMoves, projectOf } from './project.ts';
import { lockProject } from './project-store.ts';

/** 投运: from this day on the meters are held beside the baseline. */
export const startProject = verb('energy.start-project', {
  title: { zh: '投运', en: 'Start a saving project' },
  input: StartProject,
  who: ['energy-clerk'],
  on: 'energy.project',
  facts: [ProjectStarted],
  refusals: ['not-now', 'stale-version', 'time-not-yet', 'baseline-after-start'],
  load: async (tx, { project: id }) => ({ project: await lockProject(tx, id) }),
  at: ({ project }) => ({ unit: project.unit }),
  decide({ project }, { version, from, document }, { today }) {
    const closed = projectMoves.refusal(project.state, 'energy.start-project');
    if (closed) return closed;
    if (version !== project.version) return stale({ version: project.version });
    if (from > today) return refuse('time-not-yet');
    if (project.baselineToExclusive > from) return refuse('baseline-after-start', { day: from });
    return [ProjectStarted.of({ object: projectOf(project), unit: project.unit, body: { from, document } })];
  },
});
