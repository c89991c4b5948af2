import { Chart, Page, Section } from '@opengoa/web-kit';
const hours = Array.from(
  { length: 24 * 7 },
  (_, i) => `03-${String(2 + Math.floor(i / 24)).padStart(2, '0')} ${String(i % 24).padStart(2, '0')}:00`,
);
const base = hours.map((_, i) => 40 + 60 * Math.max(0, Math.sin((((i % 24) - 6) / 14) * Math.PI)));
const v = base.map((b, i) => Math.round(b + 8 * Math.sin(i * 7.3) + (i > 100 && i < 125 && b < 60 ? 38 : 0)));
const days = Array.from(
  { length: 120 },
  (_, i) => `${String(1 + Math.floor(i / 30)).padStart(2, '0')}-${String(1 + (i % 30)).padStart(2, '0')}`,
);
const rows = Array.from({ length: 24 }, (_, i) => `${String(i).padStart(2, '0')}:00`);
export default function Charts() {
  return (
    <Page title="3 号楼用电">
      <Section>
        <Chart
          title="负荷与预期范围"
          height={300}
          data={{
            kind: 'line',
            x: hours,
            unit: 'kWh',
            zoom: true,
            series: [{ title: { zh: '用电', en: 'Load' }, values: v }],
            band: { low: base.map((b) => b - 12), high: base.map((b) => b + 12) },
            shades: [{ from: 120, to: 167, title: { zh: '周末', en: 'Weekend' } }],
            marks: [{ at: 108, title: { zh: '超出', en: 'Over' } }],
          }}
        />
      </Section>
      <Section>
        <Chart
          title="小时 × 日"
          height={360}
          data={{
            kind: 'heat',
            x: days,
            rows,
            unit: 'kWh',
            values: rows.map((_, h) =>
              days.map((_d, d) =>
                d % 37 === 0
                  ? null
                  : Math.round(40 + 60 * Math.max(0, Math.sin(((h - 6) / 14) * Math.PI)) * (d % 7 < 5 ? 1 : 0.3)),
              ),
            ),
          }}
        />
      </Section>
      <Section>
        <Chart
          title="各单位用电"
          height={220}
          data={{
            kind: 'bar',
            x: ['财政局', '教育局', '卫健委', '住建局'],
            unit: 'kWh',
            series: [
              { title: { zh: '今年', en: 'This year' }, values: [320, 210, 180, 140] },
              { title: { zh: '去年', en: 'Last year' }, values: [300, 240, 170, 150], tone: 'muted' },
            ],
          }}
        />
      </Section>
    </Page>
  );
}
