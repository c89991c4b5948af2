import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { codeOf, readDemoAccounts, type DemoAccount } from '../../demo/open-accounts.ts';
import { joinOrStartCluster } from '../../host/postgres/start-cluster.ts';
import { dataFolder, startProgram } from '../../journeys/program/start-program.ts';
import { Visitor } from '../../journeys/security/visitor.ts';
import { ensureChromium, howToGetChromium } from '../../scripts/chromium.ts';
import { atMost, type Asked, type Figure, type Line, round, told } from '../figure.ts';
import { median } from '../median.ts';
import type { OfferOrder, OfferState } from '../program/offer-facts.ts';

const perSecond = 1_000;
const mostSeconds = 2;
const looks = { short: 20, long: 40 };

/**
 * The program with the demo city, as it is started; a thousand facts a second come in beside it. A fleet clerk enters a fill beyond the tank of
 * a vehicle, and a risk officer who has the findings open in a browser sees it come up: from sending the fill to its row on the screen.
 */
export const factToFinding: Figure = {
  name: 'fact-to-finding',
  title: `Fact to finding on the screen, beside ${perSecond.toLocaleString('en')} facts a second`,
  async measure(asked) {
    const executablePath = ensureChromium(asked.say);
    if (!executablePath) throw new Error(howToGetChromium);
    const place = dataFolder();
    try {
      const { origin, stop } = await startProgram(place.folder, { until: /http:\/\/127\.0\.0\.1:\d+/ });
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      try {
        const accounts = readDemoAccounts(place.folder);
        const accountOf = (name: string) => accounts.find((each) => each.name === name)!;
        const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } });
        await signIn(page, origin, accountOf('沈洁'));
        await page.goto(`${origin}/risk/findings`);
        await page.locator('.k-table tbody tr').first().waitFor();
        const clerk = new Visitor(origin);
        const { account, password } = accountOf('郑强');
        await clerk.signIn(account, password);
        return await looking(asked, place.folder, clerk, page);
      } finally {
        await browser.close();
        await stop();
      }
    } finally {
      await place.remove();
    }
  },
};

async function looking({ short, say }: Asked, folder: string, clerk: Visitor, page: Page): Promise<Line[]> {
  const wanted = short ? looks.short : looks.long;
  const { unit, vehicles } = await fleet(clerk, wanted + 2);
  say(`  ${vehicles.length} vehicles registered at ${unit}`);
  const load = await offering(folder);
  const seconds: number[] = [];
  for (const [at, vehicle] of vehicles.entries()) {
    const from = performance.now();
    await act(clerk, 'vehicles.record-fuel', {
      vehicle: vehicle.id,
      filledAt: new Date().toISOString().replace('Z', '+00:00'),
      carrier: 'petrol',
      litres: 70,
      electricityKwh: null,
      costFen: 54_600,
      odometerKm: 20_100,
      full: true,
      card: '',
    });
    await page.waitForFunction(
      (plate) => document.querySelector('.k-table')?.textContent?.includes(plate),
      vehicle.plate,
      {
        polling: 'raf',
        timeout: 30_000,
      },
    );
    const took = (performance.now() - from) / 1_000;
    // The first two find the program and the page cold.
    if (at >= 2) seconds.push(took);
    // Not in step with the page's own clock.
    await new Promise((done) => setTimeout(done, 200 + ((at * 379) % 900)));
  }
  const { kept, ms } = await load.stop();
  const sorted = seconds.toSorted((a, b) => a - b);
  const rate = (kept / ms) * 1_000;
  return [
    {
      what: 'facts offered and kept meanwhile',
      measured: `${round(rate)} /s`,
      target: `wanted ${perSecond.toLocaleString('en')} /s`,
      ok: rate >= perSecond * 0.98,
    },
    atMost(`fact to finding on the screen, the last of ${seconds.length}`, sorted.at(-1)!, mostSeconds, 's'),
    told('fact to finding on the screen, the middle', `${round(median(seconds))} s`),
  ];
}

/** So many new vehicles with a tank of 55 litres, beside those that the clerk has. */
async function fleet(clerk: Visitor, count: number) {
  const { body } = await clerk.ask('/api/reads/vehicles.vehicles?size=1');
  const { rows } = body as { rows: { unit_id: string }[] };
  const unit = rows[0]!.unit_id;
  const vehicles: { id: string; plate: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const plate = `青A·9${String(n).padStart(4, '0')}`;
    const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
    const { facts } = await act(clerk, 'vehicles.register-vehicle', {
      unit,
      plate,
      odometerKm: 20_000,
      tankLitres: 55,
      ...described,
    });
    vehicles.push({ id: facts[0]!.object.id, plate });
  }
  return { unit, vehicles };
}

async function act(visitor: Visitor, verb: string, input: object) {
  const answer = await visitor.run(verb, input);
  if (answer.status !== 200) throw new Error(`${verb}: ${answer.text}`);
  return answer.body as { facts: { object: { id: string } }[] };
}

async function signIn(page: Page, origin: string, { account, password, totpSecret }: DemoAccount): Promise<void> {
  await page.goto(origin);
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  if (totpSecret) {
    await page.getByLabel('动态口令').fill(codeOf(totpSecret, new Date()));
    await page.keyboard.press('Enter');
  }
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
}

/** Facts at the wanted rate from a process of its own, until it is told to stop. */
async function offering(folder: string): Promise<{ stop(): Promise<{ kept: number; ms: number }> }> {
  const { appUrl } = await joinOrStartCluster({ folder });
  const child = fork(join(import.meta.dirname, '../program/offer-facts.ts'), { execArgv: [] });
  const states: OfferState[] = [];
  child.on('message', (state: OfferState) => states.push(state));
  const order: OfferOrder = {
    url: appUrl,
    node: 1,
    facts: 10_000_000,
    perSecond,
    connections: 8,
    factsPerAct: 4,
    plain: true,
  };
  child.send(order);
  await new Promise((done) => setTimeout(done, 3_000));
  if (child.exitCode !== null) throw new Error('the writers ended at once');
  const first = states.at(-1)!;
  return {
    async stop() {
      const last = states.at(-1)!;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
      return { kept: last.kept - first.kept, ms: last.at - first.at };
    },
  };
}
