import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const File = z.array(z.strictObject({ match: z.string().min(5), because: z.string().min(40) }));

/** The checks without which nothing changes, as they are listed with their reasons. */
export const equivalents = () =>
  File.parse(parse(readFileSync(join(import.meta.dirname, 'equivalent.yaml'), 'utf8'))).map(({ match, because }) => ({
    match: new RegExp(match),
    because,
  }));
