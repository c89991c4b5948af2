import { z } from 'zod';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const counts = z.strictObject({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int() });

/** How an import stands, as its page shows it. */
export const ImportStandingShape = z.strictObject({
  id: z.uuid(),
  /** `judged`: a dry run is over. `taken-back` and `part-way`: a row could not go in, and all or not all of the others came out again. */
  state: z.enum(['running', 'judged', 'refused', 'undone', 'done', 'stopped', 'taken-back', 'part-way']),
  dry: z.boolean(),
  progress: z.strictObject({ done: z.int(), of: z.int().nullable(), counts }).nullable(),
  counts: counts.nullable(),
  /** Columns of the sheet by the headers of the file. */
  mapping: z
    .array(z.strictObject({ header: z.string(), column: z.string().nullable(), title: words.nullable() }))
    .nullable(),
  refused: z
    .array(
      z.strictObject({
        line: z.int(),
        problems: z.array(
          z.strictObject({
            column: z.string().nullable(),
            code: z.string(),
            message: words,
            /** The header as it stands in the file, beside the title of what it was taken for. */
            header: z.string().nullable(),
            title: words.nullable(),
          }),
        ),
      }),
    )
    .nullable(),
  /** Why the file as a whole was not taken. */
  refusal: words.nullable(),
  /** Address of the workbook with the refused rows marked. */
  errors: z.string().nullable(),
  may: z.array(z.enum(['kernel.stop-import', 'kernel.undo-import'])),
});
export type ImportStanding = z.infer<typeof ImportStandingShape>;
