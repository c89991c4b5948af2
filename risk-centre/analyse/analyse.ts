/** The door of the workbench on files. */
export { type BadRow, type NamedFile, openRows, type OpenRows } from './open-rows.ts';
export {
  type AnalysisAnswer,
  type AnalysisMethod,
  type AnalysisRow,
  type AnalysisRows,
  SettingRefused,
} from './method.ts';
export { analysisMethods } from './methods.ts';
