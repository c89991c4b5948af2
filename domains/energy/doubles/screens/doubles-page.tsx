import { type Answer, day, EmptyState, Go, number, Page, Section, Shown, useRead, useWords } from '@opengoa/web-kit';
import { doubleRules, doubleToDo } from '../words.zh.ts';

type Doubles = Answer<'energy.doubles'>;

/** 重复计量核查: what may be counted twice, by its kind, with what to do about it. */
export default function DoublesPage() {
  const known = useRead('energy.doubles', {});
  return (
    <Page
      title={{ zh: '重复计量核查', en: 'Counted twice?' }}
      about={{
        zh: '检查表号、采集地址、每日用量和上下级关系；列出的是待核实的线索，核对后在表计页面变更或停用。',
        en: 'Numbers, addresses, daily use and the tree are looked at. What is listed is to be verified; change the meter or take it out of service on its page.',
      }}
    >
      <Shown known={known} lines={10}>
        {(it) => <Found of={it} />}
      </Shown>
    </Page>
  );
}

function Found({ of: { found, looked, days } }: { readonly of: Doubles }) {
  const { w, language } = useWords();
  const said = w({
    zh: `共查 ${number(looked)} 块表${days ? `，用量比对 ${day(days.from, language)} 至 ${day(days.to, language)}` : ''}。`,
    en: `${number(looked)} meters were looked at${days ? `, their use compared from ${day(days.from, language)} to ${day(days.to, language)}` : ''}.`,
  });
  if (found.length === 0)
    return (
      <EmptyState
        icon="check"
        title={{ zh: '没有发现重复计量', en: 'Nothing seems to be counted twice' }}
        todo={{ zh: said, en: said }}
      />
    );
  return (
    <>
      <p className="k-faint">{said}</p>
      {[...Map.groupBy(found, ({ rule }) => rule)].map(([rule, groups]) => (
        <Section key={rule} title={doubleRules[rule]}>
          <p className="k-faint">{w(doubleToDo[rule])}</p>
          <ul>
            {groups.map(({ meters, days: on }) => (
              <li key={meters.map(({ id }) => id).join(' ')}>
                {meters.map((meter, nth) => (
                  <span key={meter.id}>
                    {nth > 0 && (rule === 'below-over-parent' && nth === 1 ? ' < ' : ' · ')}
                    <Go className="k-link" to={`/energy/meters/${meter.id}?tab=about`}>
                      {meter.buildingName} {meter.name}
                    </Go>
                    {meter.key !== null && <span className="k-faint"> {meter.key}</span>}
                  </span>
                ))}{' '}
                <span className="k-faint">
                  {[...new Set(meters.map(({ unitName }) => unitName))].join('、')}
                  {on !== null && w({ zh: ` · ${on} 天`, en: ` · ${on} days` })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
