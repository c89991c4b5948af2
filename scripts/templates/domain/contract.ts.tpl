/** What others may know of this room: inputs, facts and answers, without behaviour. */
import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

const id = z.uuid();

export const Register{{Noun}} = z.strictObject({
  unit: id,
  name: z.string().trim().min(1).max(100),
  note: z.string().trim().max(500).default(''),
});

export const {{Noun}}Registered = factType('{{room}}.{{Noun}}Registered', {
  title: { zh: '登记', en: '{{nounWords}} registered' },
  body: z.strictObject({ name: z.string(), note: z.string() }),
});
