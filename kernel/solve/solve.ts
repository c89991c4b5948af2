/** The door of searching for the best: mixed-integer programs, and one-to-one assignments. Both run in threads of their own. */
export { brokenBy, type Draft, draftProgram, objectiveOf, type Program, type Row } from './program.ts';
export { type SearchOptions, type SearchStep, type Solved, solveProgram, type Solving } from './solve-program.ts';
export { solve } from './solve-apart.ts';
export { assign } from './assign-apart.ts';
export { type Assignment, assignAtOnce, type Costs, costsOf } from './assignment.ts';
export { runApart } from './run-apart.ts';
