import { stale, verb } from '@opengoa/kernel';
import { EndProject, ProjectEnded } from './contract.ts';
import { projectMoves, projectOf } from './project.ts';
import { lockProject } from './project-store.ts';

/** 结束: the contract is over, or the project is given up; what was settled stays. */
export const endProject = verb('energy.end-project', {
  title: { zh: '结束项目', en: 'End a saving project' },
  input: EndProject,
  who: ['energy-clerk'],
  on: 'energy.project',
  facts: [ProjectEnded],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { project: id }) => ({ project: await lockProject(tx, id) }),
  at: ({ project }) => ({ unit: project.unit }),
  decide({ project }, { version, why }) {
    const closed = projectMoves.refusal(project.state, 'energy.end-project');
    if (closed) return closed;
    if (version !== project.version) return stale({ version: project.version });
    return [ProjectEnded.of({ object: projectOf(project), unit: project.unit, body: { why } })];
  },
});
