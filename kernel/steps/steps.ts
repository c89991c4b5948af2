/**
 * Door of the steps engine: a pure function from (definition, case, act) to the next case, its tasks and its facts.
 *
 * What always holds, whatever is returned, added, handed over, delegated or timed out:
 * a live case has for each open step a non-empty set of holders, and an end that can be reached; nobody decides twice for one seat;
 * neither the asker nor whom they ask for ever approves; every act keeps the names of both who acted and whose right it was.
 */
export { act, openCase, stepRefusals, type Act, type Moved, type Start } from './act.ts';
export {
  tasksOf,
  type Case,
  type CaseAbout,
  type CaseStatus,
  type PlainRule,
  type StepFact,
  type StepFactKind,
  type StepsWorld,
  type StepTask,
  type Via,
} from './case.ts';
export { checkDefinition } from './check-definition.ts';
export { type Attribute, type Attributes, type Condition } from './condition.ts';
export {
  type At,
  type AttributeShape,
  type Definition,
  type HolderRule,
  type Mode,
  type PersonId,
} from './definition.ts';
export { explainPath, type StepAhead } from './explain-path.ts';
export { findDefinitions } from './find-definitions.ts';
export { mayDo, type May } from './may-do.ts';
export { DefinitionFile, readDefinition, StepsRefused } from './read-definition.ts';
export { replay } from './replay.ts';
export { type CloseReason, type TaskChanges } from './work.ts';
