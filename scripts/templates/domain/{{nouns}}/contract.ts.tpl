import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { factWords } from './words.zh.ts';

/** Inputs, facts and answers of the folder, without behaviour. */

export const Register{{Noun}} = z.strictObject({
  unit: z.uuid(),
  name: z.string().trim().min(1).max(100),
  note: z.string().trim().max(500).default(''),
});
export const {{Noun}}Registered = factType('{{room}}.{{Noun}}Registered', {
  title: factWords['{{room}}.{{Noun}}Registered'],
  body: z.strictObject({ name: z.string(), note: z.string() }),
});
