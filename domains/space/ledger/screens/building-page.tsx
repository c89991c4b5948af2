import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  area,
  Chart,
  Figure,
  Go,
  Ledger,
  money,
  number,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  TableBox,
  type ThingFigure,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { BuildingRights } from '../../rights/screens/building-rights.tsx';
import { buildingForms, buildingStates, structures, useGroups } from '../words.zh.ts';

type Building = Answer<'space.building'>;

/** 房屋: its floors and rooms; every sum opens to the rooms it is made of. */
export default function BuildingPage({ params }: ScreenProps<'id'>) {
  const known = useRead('space.building', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Building }) {
  const { w } = useWords();
  return (
    <ThingPage
      talk="space.building"
      id={it.id}
      title={it.name}
      status={{
        tone: it.state === 'in-use' ? 'done' : it.state === 'under-repair' ? 'busy' : 'plain',
        words: buildingStates[it.state],
      }}
      summary={[it.unitName, w(buildingForms[it.form]), it.address].filter(Boolean).join(' · ')}
      may={it.may}
      object={it}
      figures={figuresOf(it)}
      tabs={[
        {
          key: 'rooms',
          title: words('房间', 'Rooms'),
          count: it.rooms,
          content: <Ledger list="space.rooms" inside opens="page" fixed={{ building_id: { is: it.id } }} />,
        },
        { key: 'floors', title: words('楼层', 'Floors'), count: it.floors.length, content: <Floors of={it} /> },
        { key: 'uses', title: words('用途与单位', 'Uses and units'), content: <Uses of={it} /> },
        { key: 'rights', title: words('权属', 'Rights'), content: <BuildingRights building={it.id} /> },
        { key: 'about', title: words('档案', 'About'), content: <About of={it} /> },
      ]}
    />
  );
}

const rowsOf = (it: Building, more = '') => `/space/rooms?f.building_id=${it.id}${more}`;

function figuresOf(it: Building): ThingFigure[] {
  const told = (
    title: ThingFigure['title'],
    value: number,
    shown: string,
    unit: string,
    rows: string,
  ): ThingFigure => ({
    title,
    value: (
      <Figure
        source={{
          value,
          unit,
          period: it.name,
          formula: words('该房屋各房间之和', 'the sum of its rooms'),
          rows,
        }}
      >
        {shown}
      </Figure>
    ),
  });
  return [
    told(words('使用面积', 'Usable area'), it.usableM2, area(it.usableM2), '㎡', rowsOf(it)),
    told(words('房间', 'Rooms'), it.rooms, number(it.rooms), '间', rowsOf(it)),
    told(words('闲置面积', 'Vacant area'), it.vacantM2, area(it.vacantM2), '㎡', rowsOf(it, '&f.state=vacant')),
    told(words('在用人数', 'People'), it.people, number(it.people), '人', rowsOf(it)),
  ];
}

function Floors({ of: it }: { readonly of: Building }) {
  const { w } = useWords();
  return (
    <Section>
      <TableBox title={w(words('楼层', 'Floors'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{w(words('楼层', 'Floor'))}</th>
              <th scope="col">{w(words('房间', 'Rooms'))}</th>
              <th scope="col">{w(words('使用面积（㎡）', 'Usable area (m²)'))}</th>
              <th scope="col">{w(words('闲置', 'Vacant'))}</th>
              <th scope="col">{w(words('人数', 'People'))}</th>
            </tr>
          </thead>
          <tbody>
            {it.floors.map((floor) => (
              <tr key={floor.id}>
                <th scope="row">
                  <Go className="k-link" to={rowsOf(it, `&f.floor_id=${floor.id}`)}>
                    {floor.name}
                  </Go>{' '}
                  <Go className="k-link" to={`/space/floors/${floor.id}`}>
                    {w(words('平面图', 'Plan'))}
                  </Go>
                </th>
                <td>{number(floor.rooms)}</td>
                <td>{number(floor.areaM2, 2)}</td>
                <td>{number(floor.vacant)}</td>
                <td>{number(floor.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}

function Uses({ of: it }: { readonly of: Building }) {
  const { w } = useWords();
  return (
    <>
      {it.groups.length > 0 && (
        <Section title={words('按用途', 'By use')}>
          <Chart
            title={words('各类用房使用面积', 'Usable area by group')}
            height={220}
            data={{
              kind: 'bar',
              x: it.groups.map(({ group }) => w(useGroups[group])),
              unit: '㎡',
              series: [
                {
                  title: words('使用面积', 'Usable area'),
                  values: it.groups.map(({ areaM2 }) => areaM2),
                  tone: 'main',
                },
              ],
            }}
          />
          <ul>
            {it.groups.map(({ group, rooms, areaM2 }) => (
              <li key={group}>
                <Go className="k-link" to={rowsOf(it, `&f.use_group=${group}`)}>
                  {w(useGroups[group])}
                </Go>{' '}
                {area(areaM2)} · {w(words(`${rooms} 间`, `${rooms} rooms`))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words('按使用单位', 'By unit')}>
        <ul>
          {it.units.map(({ unit, name, rooms, areaM2 }) => (
            <li key={unit}>
              <Go className="k-link" to={rowsOf(it, `&f.unit_id=${unit}`)}>
                {name || '—'}
              </Go>{' '}
              {area(areaM2)} · {w(words(`${rooms} 间`, `${rooms} rooms`))}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function About({ of: it }: { readonly of: Building }) {
  const { w } = useWords();
  return (
    <Section>
      <Pairs
        pairs={[
          { term: words('管理单位', 'Kept by'), value: it.unitName },
          { term: words('宗地', 'Site'), value: it.siteName ?? '—' },
          { term: words('坐落', 'Address'), value: it.address || '—' },
          { term: words('层数类型', 'Form'), value: w(buildingForms[it.form]) },
          { term: words('结构', 'Structure'), value: w(structures[it.structure]) },
          { term: words('建成年份', 'Built'), value: it.builtYear === null ? '—' : String(it.builtYear) },
          { term: words('建筑面积', 'Gross area'), value: it.grossAreaM2 === null ? '—' : area(it.grossAreaM2) },
          { term: words('账面价值', 'Book value'), value: it.valueFen === null ? '—' : money(it.valueFen) },
          ...(it.energyBuilding === null
            ? []
            : [
                {
                  term: words('用能建筑', 'Energy'),
                  value: (
                    <Go className="k-link" to={`/energy/buildings/${it.energyBuilding}`}>
                      {w(words('查看用能', 'See its use'))}
                    </Go>
                  ),
                },
              ]),
          ...(it.note === '' ? [] : [{ term: words('备注', 'Note'), value: it.note, wide: true }]),
        ]}
      />
    </Section>
  );
}
