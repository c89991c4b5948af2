/** The door that carries no behaviour: shapes shared by server and screens. */
export type { Words } from './words.ts';
export type { Id } from './id.ts';
export { factType, type FactType } from './fact-type.ts';
export { Facets, Cost } from './facets.ts';
export type { Column, ColumnKind } from './reads/list.ts';
export { roles, type OfficeRole } from './actor.ts';
export { day, formed, id, instant, maybe, oneOf, text, version } from './fields.ts';
export {
  FactRefShape,
  ListMetaShape,
  ProblemShape,
  SessionShape,
  TotalShape,
  type Problem,
  type ListAnswer,
  type ListMeta,
  type Session,
  type VerbAnswerShape,
} from './api-shapes.ts';
