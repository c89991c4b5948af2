import { instant, number, Section, Shown, TableBox, useRead, useWords } from '@opengoa/web-kit';

/** 缺数 of a meter in a year: when it said nothing, and how much of that was estimated. The act stands on the page. */
export function GapTable({ meter, year }: { readonly meter: string; readonly year: number }) {
  const { w, language } = useWords();
  const known = useRead('energy.gaps', { meter, year: String(year) });
  return (
    <Section title={{ zh: `${year} 年缺数`, en: `Gaps of ${year}` }}>
      <Shown known={known} lines={4}>
        {({ gaps, more }) =>
          gaps.length === 0 ? (
            <p className="k-faint">{w({ zh: '没有缺数。', en: 'Nothing is missing.' })}</p>
          ) : (
            <TableBox title={w({ zh: '缺数', en: 'Gaps' })}>
              <table className="k-table">
                <thead>
                  <tr>
                    <th scope="col">{w({ zh: '自', en: 'From' })}</th>
                    <th scope="col">{w({ zh: '至', en: 'To' })}</th>
                    <th scope="col">{w({ zh: '缺', en: 'Missing' })}</th>
                    <th scope="col">{w({ zh: '其中已估补', en: 'Of them estimated' })}</th>
                  </tr>
                </thead>
                <tbody>
                  {gaps.map((gap) => (
                    <tr key={gap.from}>
                      <td>{instant(gap.from, language)}</td>
                      <td>{instant(gap.to, language)}</td>
                      <td>{number(gap.readings)}</td>
                      <td>{number(gap.estimated)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {more && <p className="k-faint">{w({ zh: '仅列最近 200 段。', en: 'The latest 200 are shown.' })}</p>}
            </TableBox>
          )
        }
      </Shown>
    </Section>
  );
}
