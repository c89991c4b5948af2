/** The door of import and export: what rooms declare, what the program runs. */
export { sheet } from './sheet-definition.ts';
export type {
  AnyRow,
  AppliedRow,
  CellValue,
  Choice,
  Existing,
  RowContext,
  SheetColumn,
  SheetColumns,
  SheetDefinition,
  SheetRow,
  UnitFinder,
} from './sheet-definition.ts';
