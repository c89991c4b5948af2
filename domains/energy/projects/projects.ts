import { acceptProject } from './accept-project.ts';
import { changeProject } from './change-project.ts';
import { endProject } from './end-project.ts';
import { planProject } from './plan-project.ts';
import { projectList } from './project-lists.ts';
import { oneProject } from './project-reads.ts';
import { projectSaves } from './project-store.ts';
import { settleProject } from './settle-project.ts';
import { startProject } from './start-project.ts';
import { projectRefusals } from './words.zh.ts';

/** What saving projects add to the room. */
export const projects = {
  verbs: [planProject, changeProject, startProject, acceptProject, endProject, settleProject],
  reads: [projectList, oneProject],
  saves: projectSaves,
  refusals: projectRefusals,
} as const;
