import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidePoint, type PointNow, saidAlready, staleness } from './decide-point.ts';

const minute = 60_000;
const t0 = Date.parse('2026-07-01T10:00:00+08:00');
const at = (minutes: number) => new Date(t0 + minutes * minute);
const limits = {
  least: 26,
  most: 32,
  step: 2,
  safe: 26,
  pauseMinutes: 30,
  ttlMinutes: 15,
  staleMinutes: 60,
  running: true,
};
const plan = { state: 'active', proposedBy: 'a', approvedBy: 'b', from: '2026-06-01', to: '2026-09-30' } as const;
const base: PointNow = {
  limits,
  bounds: limits,
  plan,
  switchedOn: true,
  today: '2026-07-01',
  wanted: { value: 30, reason: 'off-hours' },
  readAt: at(-10),
  present: null,
  last: null,
  held: null,
};
const decide = (more: Partial<PointNow> = {}, since = at(-600)) => decidePoint({ ...base, ...more }, at(0), since);
const holding = (minutesLeft: number, more: object = {}) => ({
  held: { value: 28, until: at(minutesLeft) },
  last: { kind: 'renew', state: 'applied', changedAt: at(-60), ...more } as const,
});

describe('一个受控点此刻该做什么', () => {
  test('it walks towards what is wanted, step by step, and holds what it reached', () => {
    expect(decide()).toMatchObject({ kind: 'set', value: 28, reason: 'off-hours', until: at(15) });
    expect(decide(holding(10))).toMatchObject({ kind: 'set', value: 30 });
    // Not before its pause is over: until then what is held is renewed when half its time is gone.
    expect(decide(holding(10, { changedAt: at(-5) }))).toMatchObject({
      kind: 'refused',
      reason: 'too-soon',
      value: 30,
    });
    expect(decide(holding(7, { changedAt: at(-5) }))).toMatchObject({ kind: 'renew', value: 28, until: at(15) });
    expect(decide({ ...holding(10), wanted: { value: 28, reason: 'hours' } })).toBeNull();
    expect(decide({ ...holding(7), wanted: { value: 28, reason: 'hours' } })).toMatchObject({ kind: 'renew' });
    expect(decide({ wanted: { value: 26, reason: 'hours' } })).toBeNull();
  });

  test('stale, from before the start, or from the future: nothing is set, and what is held goes back', () => {
    for (const [readAt, reason] of [
      [null, 'data-stale'],
      [at(-61), 'data-stale'],
      [at(5), 'data-stale'],
    ] as const) {
      expect(decide({ readAt })).toMatchObject({ kind: 'refused', reason });
      expect(decide({ readAt, ...holding(10) })).toMatchObject({ kind: 'return', reason, value: 26 });
    }
    expect(decide({}, at(-5))).toMatchObject({ kind: 'refused', reason: 'data-before-start' });
    expect(staleness({ readAt: at(-60), limits }, at(0), at(-600))).toBeNull();
  });

  test('outside the limits, or too far at once, nothing is set', () => {
    expect(decide({ wanted: { value: 25, reason: 'hours' } })).toMatchObject({
      kind: 'refused',
      reason: 'outside-limits',
    });
    expect(decide({ wanted: { value: Number.NaN, reason: 'hours' } })).toMatchObject({ reason: 'outside-limits' });
    // Confirmed law narrowed what the point allows.
    expect(decide({ bounds: { least: 28, most: 32 }, wanted: { value: 27, reason: 'hours' } })).toMatchObject({
      reason: 'outside-limits',
    });
    // Somebody turned it at the panel: the way back into the limits is longer than a step.
    expect(decide({ ...holding(10), present: 18 })).toMatchObject({ kind: 'return', reason: 'step-too-big' });
  });

  test('without two persons, a plan in force, the switch and the point itself nothing is set, and what is held goes back once', () => {
    const cases: readonly [Partial<PointNow>, string][] = [
      [{ switchedOn: false }, 'switched-off'],
      [{ limits: { ...limits, running: false } }, 'point-off'],
      [{ plan: null }, 'plan-stopped'],
      [{ plan: { ...plan, state: 'shadow' } }, 'plan-stopped'],
      [{ plan: { ...plan, approvedBy: null } }, 'two-persons-missing'],
      [{ plan: { ...plan, approvedBy: 'a' } }, 'two-persons-missing'],
      [{ today: '2026-10-01' }, 'plan-over'],
      [{ today: '2026-05-31' }, 'plan-over'],
      [{ wanted: null }, 'no-rule'],
    ];
    for (const [more, reason] of cases) {
      expect(decide(more)).toBeNull();
      expect(decide({ ...more, ...holding(10) })).toMatchObject({ kind: 'return', value: 26, reason });
      const sent = { held: holding(10).held, last: { kind: 'return', state: 'sent', changedAt: at(-1) } as const };
      expect(decide({ ...more, ...sent })).toBeNull();
    }
  });

  test('what is on its way is waited for; what was not answered is left alone; what ran out is noted', () => {
    const last = (state: 'to-send' | 'sent' | 'unanswered') => ({ kind: 'set', state, changedAt: at(-60) }) as const;
    expect(decide({ last: last('sent') })).toBeNull();
    expect(decide({ last: last('to-send') })).toBeNull();
    expect(decide({ last: last('unanswered'), held: holding(5).held })).toMatchObject({
      kind: 'return',
      reason: 'not-answered',
    });
    expect(decide({ last: last('unanswered'), held: holding(0).held })).toMatchObject({ kind: 'lapsed' });
  });

  test('a refusal is said once within its minutes, and again when it is another one', () => {
    const before = { kind: 'refused', reason: 'data-stale', value: 30, decidedAt: at(-30) } as const;
    const refusal = { reason: 'data-stale', value: 30 } as const;
    expect(saidAlready(refusal, before, at(0), 60)).toBe(true);
    expect(saidAlready(refusal, before, at(31), 60)).toBe(false);
    expect(saidAlready({ ...refusal, reason: 'too-soon' }, before, at(0), 60)).toBe(false);
    expect(saidAlready(refusal, { ...before, kind: 'set' }, at(0), 60)).toBe(false);
    expect(saidAlready(refusal, null, at(0), 60)).toBe(false);
  });

  /** Mostly a share of the limits' span; sometimes anything. */
  const share = fc.oneof(
    { weight: 4, arbitrary: fc.record({ of: fc.double({ min: 0, max: 1, noNaN: true }) }) },
    fc.double({ min: -50, max: 100, noNaN: true }),
    fc.integer({ min: 15, max: 40 }),
    fc.constantFrom(Number.NaN, Infinity, -Infinity),
  );
  const minutes = fc.oneof(fc.integer({ min: -2_000, max: 2_000 }), fc.constantFrom(0, -1, 1, -60, -61, -15, 15));
  const moment = minutes.map(at);
  const anyPoint: fc.Arbitrary<PointNow> = fc
    .record({
      least: fc.integer({ min: 16, max: 28 }),
      width: fc.integer({ min: 0, max: 10 }),
      lawUp: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 12 })),
      step: fc.constantFrom(0.5, 1, 2, 3),
      safeAt: fc.double({ min: 0, max: 1, noNaN: true }),
      running: fc.boolean(),
      plan: fc.option(
        fc.record({
          state: fc.constantFrom('shadow', 'active', 'stopped', 'ended'),
          proposedBy: fc.constantFrom('a', 'b'),
          approvedBy: fc.constantFrom('a', 'b', null),
          from: fc.constantFrom('2026-06-01', '2026-07-02'),
          to: fc.constantFrom('2026-06-30', '2026-07-01', '2026-09-30'),
        }),
        { nil: null },
      ),
      switchedOn: fc.boolean(),
      wanted: fc.option(share, { nil: null }),
      readAt: fc.option(moment, { nil: null }),
      present: fc.option(share, { nil: null }),
      last: fc.option(
        fc.record({
          kind: fc.constantFrom('set', 'renew', 'return', 'lapsed'),
          state: fc.constantFrom('to-send', 'sent', 'applied', 'returned', 'declined', 'unanswered', 'noted'),
          changedAt: moment,
        }),
        { nil: null },
      ),
      held: fc.option(fc.record({ value: share, until: moment }), { nil: null }),
    })
    .map(({ least, width, lawUp, step, safeAt, running, wanted, present, held, ...rest }) => {
      const halves = (value: number) => Math.round(value * 2) / 2;
      const valueOf = (value: number | { of: number }) =>
        typeof value === 'number' ? value : halves(least + width * value.of);
      return {
        ...rest,
        limits: { ...limits, least, most: least + width, step, safe: halves(least + width * safeAt), running },
        bounds: { least: least + lawUp, most: least + width },
        today: '2026-07-01',
        present: present === null ? null : valueOf(present),
        held: held && { value: valueOf(held.value), until: held.until },
        wanted: wanted === null ? null : { value: valueOf(wanted), reason: 'hours' as const },
      };
    }) as fc.Arbitrary<PointNow>;

  test('whatever was read and whenever: no command leaves the limits, none goes out on stale data, none without two persons', () => {
    fc.assert(
      fc.property(anyPoint, moment, (point, since) => {
        const now = at(0);
        const decided = decidePoint(point, now, since);
        if (decided === null) return;
        if (decided.kind === 'return') {
          expect(decided.value).toBe(point.limits.safe);
          expect(point.held).not.toBeNull();
          return;
        }
        if (decided.kind !== 'set' && decided.kind !== 'renew') return;
        const value = decided.value!;
        expect(value).toBeGreaterThanOrEqual(Math.max(point.limits.least, point.bounds.least));
        expect(value).toBeLessThanOrEqual(Math.min(point.limits.most, point.bounds.most));
        expect(point.readAt).not.toBeNull();
        expect(now.getTime() - point.readAt!.getTime()).toBeLessThanOrEqual(point.limits.staleMinutes * minute);
        expect(point.readAt!.getTime()).toBeGreaterThanOrEqual(since.getTime());
        expect(point.readAt!.getTime() - now.getTime()).toBeLessThanOrEqual(minute);
        expect(point.switchedOn && point.limits.running).toBe(true);
        expect(point.plan).toMatchObject({ state: 'active' });
        expect(point.plan!.approvedBy).not.toBeNull();
        expect(point.plan!.approvedBy).not.toBe(point.plan!.proposedBy);
        expect(point.plan!.from <= point.today && point.today <= point.plan!.to).toBe(true);
        expect(['to-send', 'sent']).not.toContain(point.last?.state);
        expect(decided.until!.getTime() - now.getTime()).toBe(point.limits.ttlMinutes * minute);
        if (decided.kind === 'set') {
          const from = point.held ? (point.present ?? point.held.value) : point.limits.safe;
          expect(Math.abs(value - from)).toBeLessThanOrEqual(point.limits.step + 0.011);
          if (point.last)
            expect(now.getTime() - point.last.changedAt.getTime()).toBeGreaterThanOrEqual(
              point.limits.pauseMinutes * minute,
            );
        }
      }),
      { numRuns: 20_000 },
    );
  });

  test('the same of a point that all is right with, so that commands do come', () => {
    let commands = 0;
    fc.assert(
      fc.property(anyPoint, (point) => {
        const ready = {
          ...point,
          limits: { ...point.limits, running: true },
          plan,
          switchedOn: true,
          readAt: at(-1),
          last: null,
        };
        const decided = decidePoint(ready, at(0), at(-600));
        if (decided?.kind !== 'set' && decided?.kind !== 'renew') return;
        commands += 1;
        expect(decided.value!).toBeGreaterThanOrEqual(ready.bounds.least);
        expect(decided.value!).toBeLessThanOrEqual(ready.bounds.most);
      }),
      { numRuns: 5_000 },
    );
    expect(commands).toBeGreaterThan(50);
  });
});
