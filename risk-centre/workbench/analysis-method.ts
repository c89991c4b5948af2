import { analysisMethods } from '../analyse/methods.ts';
import type { AnalysisMethod } from '../analyse/method.ts';

export const methodOf = (name: string): AnalysisMethod | undefined =>
  analysisMethods.find((each) => each.name === name);

/** The shape of a file by what it is to the method: `input`, or one of its further files. */
export const shapeOf = (method: AnalysisMethod, role: string): AnalysisMethod['input'] | undefined =>
  role === 'input' ? method.input : Object.hasOwn(method.files ?? {}, role) ? method.files![role] : undefined;

/** Required columns of the shape that no header was taken for. */
export function missingOf(shape: AnalysisMethod['input'], columns: Readonly<Record<string, string>>): string[] {
  const there = new Set(Object.values(columns));
  return Object.keys(shape.columns).filter((name) => shape.columns[name]!.required === true && !there.has(name));
}
