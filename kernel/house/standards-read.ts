import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import { read } from '../reads/read.ts';
import { withUnit } from '../standards/units.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

const answer = z.strictObject({
  version: z.string(),
  setAside: z.array(z.string()),
  standards: z.array(
    z.strictObject({
      id: z.string(),
      title: words,
      about: words.nullable(),
      kind: z.enum(['rule', 'project-default']),
      rows: z.array(
        z.strictObject({
          from: z.string(),
          scope: z.string(),
          /** Codes of the case, in the order of the standard; none where it holds always. */
          when: z.array(z.string()),
          /** With its unit, as people write it. */
          value: words,
          document: z.string(),
          article: z.string().nullable(),
          confidence: z.string(),
          waiver: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/** 标准: every standard of the house with each dated value and its paper. What may block, warn or inform follows from `confidence`. */
export const standardsIn = (kernel: Kernel) =>
  read('kernel.standards', {
    title: { zh: '标准', en: 'Standards' },
    query: z.strictObject({}),
    answer,
    who: ['signed-in'],
    async fetch() {
      const set = kernel.registers.standards();
      return {
        version: set.version,
        setAside: set.setAside.map(({ path, where, message }) => `${path} ${where}: ${message}`),
        standards: set.ids.map((id) => {
          const { title, about, kind, unit, dated } = set.get(id);
          return {
            id,
            title,
            about: about ?? null,
            kind,
            rows: dated.flatMap((entry) =>
              entry.rows.map(({ when, value, source, confidence }) => {
                const [first] = Object.values(when)[0] ?? [];
                return {
                  from: entry.from,
                  scope: entry.scope.name ?? entry.scope.code ?? entry.scope.level,
                  when: Object.values(when).map((each) => each.join('/')),
                  value:
                    value === null
                      ? { zh: '—', en: '—' }
                      : withUnit(
                          value,
                          typeof unit === 'string' ? unit : ((first === undefined ? undefined : unit[first]) ?? ''),
                        ),
                  document: [source.document, source.number].filter(Boolean).join(' '),
                  article: source.article ?? null,
                  confidence,
                  waiver: entry.waiver
                    ? `${entry.waiver.signedBy} ${entry.waiver.paper}(${entry.waiver.from} — ${entry.waiver.until})`
                    : null,
                };
              }),
            ),
          };
        }),
      };
    },
  });
