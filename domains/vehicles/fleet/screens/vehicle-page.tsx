import {
  day,
  distance,
  Figure,
  Ledger,
  number,
  type Pair,
  Pairs,
  percent,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  type Tone,
  type Answer,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { bodies, categories, conditions, powers, vehicleStates } from '../../words.zh.ts';
import { tripTones } from '../../trips/screens/trip-tones.ts';

type Vehicle = Answer<'vehicles.vehicle'>;
const tones: Readonly<Record<Vehicle['state'], Tone>> = {
  'in-use': 'done',
  'under-repair': 'check',
  sealed: 'plain',
  retired: 'plain',
};

/** 车辆: its year in three figures, its trips and its fuel, what the standards said of it. */
export default function VehiclePage({ params }: ScreenProps<'id'>) {
  const vehicle = useRead('vehicles.vehicle', { id: params.id });
  return (
    <Shown known={vehicle} lines={14}>
      {(it) => (
        <ThingPage
          talk="vehicles.vehicle"
          id={it.id}
          title={it.plate}
          status={{
            tone: it.outOn ? 'busy' : tones[it.state],
            words: it.outOn ? { zh: '外出', en: 'Out' } : vehicleStates[it.state],
          }}
          summary={`${it.make} ${it.model} · ${it.unitName}`}
          may={it.may}
          object={it}
          figures={yearFigures(it)}
          tabs={[
            { key: 'about', title: { zh: '概况', en: 'About' }, content: <About vehicle={it} /> },
            {
              key: 'trips',
              title: { zh: '业务', en: 'Trips' },
              content: (
                <Ledger
                  list="vehicles.trips"
                  inside
                  fixed={{ vehicle_id: { is: it.id } }}
                  tones={{ state: tripTones }}
                  opens="page"
                />
              ),
            },
            {
              key: 'fuel',
              title: { zh: '加油充电', en: 'Fuel' },
              content: <Ledger list="vehicles.fuel" inside fixed={{ vehicle_id: { is: it.id } }} />,
            },
            {
              key: 'costs',
              title: { zh: '费用', en: 'Costs' },
              content: <Ledger list="vehicles.expenses" inside fixed={{ vehicle_id: { is: it.id } }} />,
            },
            {
              key: 'repairs',
              title: { zh: '维修', en: 'Repairs' },
              content: <Ledger list="vehicles.repairs" inside fixed={{ vehicle_id: { is: it.id } }} />,
            },
          ]}
        />
      )}
    </Shown>
  );
}

const yearFigures = ({ id, year, drivenKm, costFen, usedDays, workdays }: Vehicle) => [
  {
    title: { zh: '本年公里', en: 'Kilometres this year' },
    value: (
      <Figure
        source={{
          value: drivenKm,
          unit: 'km',
          period: String(year),
          formula: { zh: '本年各次用车实际里程之和', en: 'sum of what its trips drove' },
          rows: `/vehicles/fleet/${id}?tab=trips`,
        }}
      >
        {distance(drivenKm)}
      </Figure>
    ),
  },
  {
    title: { zh: '每公里成本', en: 'Cost per km' },
    value: (
      <Figure
        source={{
          period: String(year),
          unit: '元/km',
          formula: {
            zh: '本年全部费用（油电、维修、保险、通行、停车、罚款、其他）÷ 实际里程',
            en: 'all costs of the year ÷ kilometres driven',
          },
          rows: `/vehicles/fleet/${id}?tab=costs`,
        }}
      >
        {drivenKm === 0 ? '—' : `${yuan(costFen / drivenKm)} 元`}
      </Figure>
    ),
  },
  {
    title: { zh: '利用率', en: 'Use' },
    value: (
      <Figure
        source={{
          period: String(year),
          formula: {
            zh: `出车天数 ${usedDays} ÷ 工作日 ${workdays}`,
            en: `${usedDays} days out ÷ ${workdays} working days`,
          },
        }}
      >
        {workdays === 0 ? '—' : percent(usedDays / workdays)}
      </Figure>
    ),
  },
];

const pair = (zh: string, en: string, value: Pair['value']): Pair => ({ term: { zh, en }, value });

function About({ vehicle }: { readonly vehicle: Vehicle }) {
  const { w, language } = useWords();
  return (
    <>
      {vehicle.warnings.length > 0 && (
        <Section title={{ zh: '配备标准提示', en: 'What the standards say' }}>
          {vehicle.warnings.map(({ standard, explained }) => (
            <p key={standard} className="k-note">
              {w(explained)}
            </p>
          ))}
        </Section>
      )}
      <Section>
        <Pairs
          pairs={[
            pair('车辆类别', 'Category', w(categories[vehicle.category])),
            pair('车型', 'Body', w(bodies[vehicle.body])),
            pair('动力', 'Power', w(powers[vehicle.power])),
            pair('配备依据', 'Condition', w(conditions[vehicle.condition])),
            pair('核定载客', 'Seats', number(vehicle.seats)),
            pair('排气量', 'Displacement', vehicle.displacementL === null ? '—' : `${number(vehicle.displacementL)} L`),
            pair('购置价', 'Price', yuan(vehicle.priceFen, true)),
            pair('启用日期', 'In service', day(vehicle.inServiceDay, language)),
            pair('里程表', 'Odometer', distance(vehicle.odometerKm)),
            pair(
              '油箱 / 电池',
              'Tank / battery',
              `${vehicle.tankLitres === null ? '—' : `${number(vehicle.tankLitres)} L`} / ${vehicle.batteryKwh === null ? '—' : `${number(vehicle.batteryKwh)} kWh`}`,
            ),
            pair('停放地', 'Kept at', vehicle.home ?? w({ zh: '随所属单位', en: 'as its unit’s' })),
            pair('服务范围', 'Serves', vehicle.servesName),
            pair('使用部门', 'Used by', vehicle.usedBy || '—'),
          ]}
        />
      </Section>
    </>
  );
}
