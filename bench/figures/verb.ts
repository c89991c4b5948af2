import { type Figure, atLeast, told, round } from '../figure.ts';
import { onStage } from '../stage.ts';
import { besideFloor } from '../rounds.ts';
import { unitOf, writers } from '../program/raise-office.ts';

const bodies = Array.from({ length: 50 }, (_, at) => ({
  place: `一号楼${200 + at}室`,
  title: `空调不制冷，请尽快处理${at}`,
  kind: 'air',
  urgency: at % 10 === 0 ? 'urgent' : 'plain',
}));

/** Sixteen people report repairs as fast as they are answered. */
export const verb: Figure = {
  name: 'verb',
  title: 'Verb that creates a row: session, right, validation, Record, idempotency, row-level security',
  measure: (asked) =>
    onStage(asked, { name: 'repairs', rows: 0 }, async (stage) => {
      const program = [];
      for (const account of writers) {
        const { change } = await stage.signIn(account);
        const requests = bodies.map((body) => ({
          path: '/api/verbs/repairs.report-repair',
          body: JSON.stringify({ unit: unitOf(account), ...body }),
        }));
        program.push({ method: 'POST' as const, headers: change, idempotent: true, requests });
      }
      const floor = writers.map((account) => ({
        method: 'POST' as const,
        headers: {},
        idempotent: true,
        requests: bodies.map((body) => ({
          path: '/repairs',
          body: JSON.stringify({ unit: unitOf(account), ...body }),
        })),
      }));
      const of = await besideFloor(asked, stage, { program, floor });
      return [
        atLeast('rows created', of.program.perSecond, of.floor.perSecond, 0.5, '/s'),
        told('p99', `${round(of.program.p99)} ms`, `${round(of.floor.p99)} ms`),
        told('processor of the program', `${round(of.program.cpuMs)} ms each`, `${round(of.floor.cpuMs)} ms each`),
      ];
    }),
};
