import { stale, verb } from '@opengoa/kernel';
import { AcceptProject, ProjectAccepted } from './contract.ts';
import { savingsOf } from './gather-savings.ts';
import { projectMoves, projectOf } from './project.ts';
import { lockProject } from './project-store.ts';

/** 验收: whoever answers for the unit takes the project over, with the saving as it stands on that day. */
export const acceptProject = verb('energy.accept-project', {
  title: { zh: '验收', en: 'Accept a saving project' },
  input: AcceptProject,
  who: ['head'],
  on: 'energy.project',
  facts: [ProjectAccepted],
  refusals: ['not-now', 'stale-version'],
  async load(tx, { project: id }, context) {
    const project = await lockProject(tx, id);
    const from = project.reportingFrom;
    return {
      project,
      savings:
        from === null || from >= context.today ? null : await savingsOf(tx, project, [from, context.today], context),
    };
  },
  at: ({ project }) => ({ unit: project.unit }),
  decide({ project, savings }, { version, opinion }) {
    const closed = projectMoves.refusal(project.state, 'energy.accept-project');
    if (closed) return closed;
    if (version !== project.version) return stale({ version: project.version });
    const known = savings?.status === 'ok' ? savings : null;
    const body = { opinion, avoided: known?.avoided ?? null, uncertainty: known?.uncertainty ?? null };
    return [ProjectAccepted.of({ object: projectOf(project), unit: project.unit, body })];
  },
});
