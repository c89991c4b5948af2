import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer } from '../visitor.ts';
import type { Contract, Door } from './doors.ts';

/** A contract as far as answers are held against it. */
export interface ToldContract extends Contract {
  readonly 'x-refusals': readonly string[];
  readonly components: unknown;
}

const pointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Holds what the program answers against what its contract tells: the shape of every answer, and every refusal by its code.
 * @returns why an answer is not as told, or undefined
 */
export function asTold(
  contract: ToldContract,
): (door: Pick<Door, 'path' | 'method'>, answer: Answer) => string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  formats.default(ajv);
  ajv.addSchema(contract, 'contract');
  const everywhere = new Set(contract['x-refusals']);
  const judges = new Map<string, ValidateFunction | undefined>();

  const judgeOf = (path: string, method: string): ValidateFunction | undefined => {
    const key = `${method} ${path}`;
    if (!judges.has(key)) {
      const told = contract.paths[path]?.[method] as { responses?: Record<string, { content?: object }> } | undefined;
      const ref = `contract#/paths/${pointer(path)}/${method}/responses/200/content/application~1json/schema`;
      const isJson = 'application/json' in (told?.responses?.['200']?.content ?? {});
      judges.set(key, isJson ? ajv.compile({ $ref: ref }) : undefined);
    }
    return judges.get(key);
  };

  return ({ path, method }, { status, body, code }) => {
    const way = method.toLowerCase();
    if (status === 200) {
      const judge = judgeOf(path, way);
      if (!judge || judge(body)) return undefined;
      const { instancePath, message } = judge.errors![0]!;
      return `answers otherwise than told: ${instancePath || '/'} ${message}`;
    }
    const own = (contract.paths[path]?.[way] as { 'x-refusals'?: readonly string[] } | undefined)?.['x-refusals'] ?? [];
    if (code === undefined || everywhere.has(code) || own.includes(code)) return undefined;
    return `refuses with ${code}, which it does not tell`;
  };
}
