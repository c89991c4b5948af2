import {
  ActButtons,
  type Answer,
  EmptyState,
  Figure,
  Go,
  number,
  Page,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  StatusTag,
  TableBox,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { limitTitles, secrecies } from '../words.zh.ts';
import { ChosenUnit } from './chosen-unit.tsx';

const fact = (zh: string, en: string) => ({ zh, en });
type Equipment = Answer<'assets.unit-equipment'>;
type StaffOf = NonNullable<Equipment['staff']>;

/** 单位配置情况: what a unit may have, has, and has beyond. */
export default function UnitEquipment({ query }: ScreenProps) {
  const way = useWay();
  const unit = query['unit'];
  const known = useRead('assets.unit-equipment', unit === undefined ? {} : { unit }, { keep: true });
  return (
    <Page
      title={fact('配置情况', 'Equipment of a unit')}
      about={fact(
        '按编制内实有人数和办公室间数，对照配置标准列出可配数、现有数和超出数；点数字看由来和资产明细。',
        'What a unit may have by its staff and offices, what it has and what is beyond; each number opens its cards.',
      )}
    >
      <ChosenUnit
        unit={unit ?? known.answer?.staff?.unit}
        onChange={(to) => way.go(withQuery(way, { unit: to }), { replace: true })}
      />
      <Shown known={known} lines={14}>
        {({ staff, rows, may }) =>
          staff ? (
            <>
              <StaffSection staff={staff} may={may} />
              <Rows staff={staff} rows={rows} />
            </>
          ) : (
            <EmptyState
              icon="list"
              title={fact('没有可查看的单位', 'No unit to be looked at')}
              todo={fact(
                '配置标准按单位核定，处室不单独核定；本单位的配置情况由资产管理员查看。',
                'Standards are set for whole units, not for divisions; the assets clerk of your unit sees its equipment.',
              )}
            />
          )
        }
      </Shown>
    </Page>
  );
}

function StaffSection({ staff, may }: { readonly staff: StaffOf; readonly may: readonly string[] }) {
  const { w } = useWords();
  return (
    <Section
      title={staff.unitName}
      acts={
        <ActButtons
          may={may}
          object={{
            unit: staff.unit,
            establishment: staff.establishment,
            seniors: staff.seniors,
            secrecy: staff.secrecy,
          }}
        />
      }
    >
      <Pairs
        pairs={[
          { term: fact('编制数', 'Establishment'), value: number(staff.establishment) },
          { term: fact('实有人数', 'Actual staff'), value: number(staff.actual) },
          {
            term: fact('编制内实有人数', 'Counted staff'),
            value: (
              <Figure
                source={{
                  value: staff.basis,
                  unit: '人',
                  formula: fact(
                    '编制数与实有人数中较小的；未核定编制时按实有人数',
                    'the lesser of the two; the actual where none is set',
                  ),
                }}
              >
                {number(staff.basis)}
              </Figure>
            ),
          },
          { term: fact('办公室间数', 'Offices'), value: number(staff.offices) },
          { term: fact('涉密', 'Secrecy'), value: w(secrecies[staff.secrecy]) },
        ]}
      />
      {staff.known === 'counted' && (
        <p className="k-note">
          {w(
            fact(
              '尚未核定配置人数，现按组织机构中的主职人数和在用办公室计算。',
              'No headcount is set yet: people in main posts and offices in use are counted.',
            ),
          )}
        </p>
      )}
    </Section>
  );
}

function Rows({ staff, rows }: { readonly staff: StaffOf; readonly rows: Equipment['rows'] }) {
  const { w } = useWords();
  const cards = (items: readonly string[], more = '') =>
    `/assets/equipment/cards?f.unit_id=${staff.unit}&f.equipment=${items.join(',')}${more}`;
  return (
    <Section title={fact('对照配置标准', 'Against the standard')}>
      <TableBox title={w(fact('对照配置标准', 'Against the standard'))}>
        <table className="k-table">
          <thead>
            <tr>
              <th>{w(fact('品目', 'Item'))}</th>
              <th>{w(fact('可配', 'Allowed'))}</th>
              <th>{w(fact('现有', 'Held'))}</th>
              <th>{w(fact('超出', 'Beyond'))}</th>
              <th>{w(fact('超价', 'Above price'))}</th>
              <th>{w(fact('已达年限', 'Past its years'))}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.limit}>
                <td>{w(limitTitles[row.limit])}</td>
                <td>
                  <Figure
                    title={limitTitles[row.limit]}
                    source={{
                      value: row.allowed,
                      period: staff.unitName,
                      standard: row.document,
                      article: row.article,
                      formula: fact(
                        '按编制内实有人数或办公室间数乘以标准，不足一件按一件',
                        'staff or offices times the standard; a part counts as one',
                      ),
                      rows: cards(row.items),
                    }}
                  >
                    {number(row.allowed)}
                  </Figure>
                </td>
                <td>
                  <Go className="k-link" to={cards(row.items)}>
                    {number(row.held)}
                  </Go>
                </td>
                <td>
                  {row.surplus > 0 ? <StatusTag tone="check">{number(row.surplus)}</StatusTag> : number(row.surplus)}
                </td>
                <td>{number(row.dear)}</td>
                <td>{number(row.aged)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="k-faint">
        {w(
          fact(
            '彩色、A3打印机同时计入打印机合计；沙发按三人沙发折算，单人沙发计半个。已达年限尚可使用的应当继续使用。',
            'Colour and A3 printers count towards all printers as well; a single sofa is half a three-seater. What is past its years is kept while it serves.',
          ),
        )}
      </p>
    </Section>
  );
}
