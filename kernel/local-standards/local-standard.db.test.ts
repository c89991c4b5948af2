import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';

let at: House;
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const row = (value: number, more: object = {}) => ({
  standard: 'vehicles.trip-approval',
  scope: { level: 'city', code: '990100' },
  from: '2026-01-01',
  source: { document: '临江市公务用车管理细则', number: '临机管〔2026〕1号', article: '第三条' },
  rows: [{ when: { item: 'long-km' }, value }],
  ...more,
});
const longKm = () =>
  at.kernel.registers
    .standards()
    .valueOn('vehicles.trip-approval', '2026-03-05', at.kernel.registers.organisation('').place(at.ids.finance), {
      item: 'long-km',
    });

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
});
afterAll(() => at?.close());

describe('a city’s own value', () => {
  test('SEC-TA-06 counts only after a second person confirmed it, for its own place alone, and explains itself by its own paper', async () => {
    expect(longKm()).toMatchObject({ value: 100 });
    const leader = at.as('冯局长');
    const proposed = await leader.run('kernel.propose-local-standard', { unit: at.ids.city, row: row(60) });
    if (isRefusal(proposed)) throw new Error(JSON.stringify(proposed));
    const local = proposed.facts[0]!.object.id;
    await at.kernel.registers.refresh();
    expect(longKm()).toMatchObject({ value: 100 });
    expect(code(await leader.run('kernel.confirm-local-standard', { local }))).toBe('second-person-needed');
    expect(code(await at.as('周敏').run('kernel.confirm-local-standard', { local }))).toBe('not-your-right');
    await at.as('省督察').does('kernel.confirm-local-standard', { local });
    await at.kernel.registers.refresh();
    expect(longKm()).toMatchObject({ value: 60, source: { document: '临江市公务用车管理细则' } });
    expect(code(await at.as('省督察').run('kernel.confirm-local-standard', { local }))).toBe('right-already-confirmed');
    await leader.does('kernel.withdraw-local-standard', { local, why: '细则废止' });
    await at.kernel.registers.refresh();
    expect(longKm()).toMatchObject({ value: 100 });
  });

  test('another place’s value, a shape that does not fit, and a value out of range are refused in words', async () => {
    const leader = at.as('冯局长');
    expect(
      code(
        await leader.run('kernel.propose-local-standard', {
          unit: at.ids.city,
          row: row(60, { scope: { level: 'county', code: '990121' } }),
        }),
      ),
    ).toBe('standard-not-of-this-place');
    expect(code(await leader.run('kernel.propose-local-standard', { unit: at.ids.city, row: row(1_000_000) }))).toBe(
      'standard-row-refused',
    );
    expect(
      code(
        await leader.run('kernel.propose-local-standard', {
          unit: at.ids.city,
          row: row(60, { standard: 'vehicles.no-such' }),
        }),
      ),
    ).toBe('standard-row-refused');
    expect(
      code(await leader.run('kernel.propose-local-standard', { unit: at.ids.city, row: { ...row(60), surprise: 1 } })),
    ).toBe('input-not-fitting');
  });

  test('stricter than the nation but weaker than its province: refused where it is proposed, with the paper that stands; also when the province came in between', async () => {
    const litres = (value: number, scope: object, category = 'confidential-courier') => ({
      standard: 'vehicles.displacement',
      scope,
      from: '2026-01-01',
      source: { document: '公务用车细则' },
      confidence: 'confirmed',
      rows: [{ when: { category, body: 'sedan', condition: 'ordinary' }, value }],
    });
    const [city, province] = [
      { level: 'city', code: '990100' },
      { level: 'province', code: '990000' },
    ];
    const governor = (who: '省督察' | '冯局长') =>
      at.with([{ role: 'leader', unit: at.ids.province, below: true }], {
        unit: at.ids.province,
        person: at.ids.persons[who].person,
      });
    const leader = at.as('冯局长');
    const proposed = (value: number, category?: string) =>
      leader.run('kernel.propose-local-standard', { unit: at.ids.city, row: litres(value, city, category) });
    // The city's 1.5 is stricter than the nation's 1.6, and nothing stands in between yet.
    const early = await proposed(1.5);
    if (isRefusal(early)) throw new Error(JSON.stringify(early));
    const own = await governor('省督察').does('kernel.propose-local-standard', {
      unit: at.ids.province,
      row: litres(1.4, province),
    });
    await governor('冯局长').does('kernel.confirm-local-standard', { local: own.facts[0]!.object.id });
    await at.kernel.registers.refresh();

    expect(await proposed(1.5)).toMatchObject({
      code: 'standard-weaker-than-above',
      data: { value: '1.4', document: '公务用车细则', from: '2026-01-01' },
    });
    expect(code(await at.as('省督察').run('kernel.confirm-local-standard', { local: early.facts[0]!.object.id }))).toBe(
      'standard-weaker-than-above',
    );
    // As strict as the province, or stricter, is the city's to say; so is what the province does not speak of.
    expect(code(await proposed(1.4))).toBe('done');
    expect(code(await proposed(1.2))).toBe('done');
    expect(code(await proposed(1.5, 'law-enforcement'))).toBe('done');
  });

  test('SEC-TA-06 what rests on a waiver is signed by the superior of this place, not of another', async () => {
    const waiver = {
      signedBy: '青山省机关事务管理局',
      paper: '青机管函〔2026〕3号',
      from: '2026-01-01',
      until: '2026-12-31',
    };
    const proposed = await at.as('冯局长').run('kernel.propose-local-standard', {
      unit: at.ids.city,
      row: row(70, { waiver }),
    });
    if (isRefusal(proposed)) throw new Error(JSON.stringify(proposed));
    const local = proposed.facts[0]!.object.id;
    const elsewhere = at.with(
      [
        { role: 'leader', unit: at.ids.city, below: true },
        { role: 'superior', unit: at.ids.county, below: true },
      ],
      { unit: at.ids.city },
    );
    expect(code(await elsewhere.run('kernel.confirm-local-standard', { local }))).toBe('superior-signs-waivers');
    await at.as('省督察').does('kernel.confirm-local-standard', { local });
  });
});
