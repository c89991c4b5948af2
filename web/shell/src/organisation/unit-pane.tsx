import {
  ActButtons,
  day,
  EMPTY,
  Figure,
  Icon,
  Ledger,
  number,
  Page,
  Pairs,
  Section,
  StatusTag,
  Tabs,
  Timeline,
  useSession,
  useWords,
} from '@opengoa/web-kit';
import { useState } from 'react';
import { levels } from '../words.ts';
import type { UnitRow } from './unit-tree.ts';

const about = [
  'kernel.register-person',
  'kernel.create-post',
  'kernel.appoint',
  'kernel.name-stand-in',
  'kernel.found-unit',
  'kernel.move-unit',
  'kernel.merge-units',
  'kernel.split-unit',
  'kernel.keep-service-desk',
];

/** One unit: what it is, its people and posts, what has happened to it. */
export function UnitPane({ unit, onBack }: { readonly unit: UnitRow; readonly onBack?: () => void }) {
  const { w, language } = useWords();
  const session = useSession();
  const [tab, setTab] = useState('people');
  const establishment = unit.establishment === null ? EMPTY : number(unit.establishment);
  return (
    <Page
      title={unit.name}
      tag={unit.valid_to ? <StatusTag>{w({ zh: '已撤销', en: 'Closed' })}</StatusTag> : undefined}
      acts={
        <>
          {onBack && (
            <button
              type="button"
              className="k-icon-button d-back"
              aria-label={w({ zh: '返回', en: 'Back' })}
              onClick={onBack}
            >
              <Icon name="chevron" />
            </button>
          )}
          <ActButtons may={about.filter((verb) => session.may.includes(verb))} object={unit} />
        </>
      }
    >
      <Section>
        <Pairs
          pairs={[
            { term: { zh: '层级', en: 'Level' }, value: w(levels[unit.level] ?? unit.level) },
            { term: { zh: '代码', en: 'Code' }, value: unit.code ?? EMPTY },
            {
              term: { zh: '实有 / 编制', en: 'Staff / established' },
              value: (
                <Figure
                  title={{ zh: '实有 / 编制', en: 'Staff / established' }}
                  source={{
                    value: `${number(unit.people)} / ${establishment}`,
                    definition: {
                      zh: '实有：今天在本机构任职的人数；编制：机构编制部门核定数。',
                      en: 'Staff: people holding a post here today. Established: as approved by the staffing authority.',
                    },
                    rows: `/organisation/${unit.id}`,
                  }}
                >
                  {number(unit.people)} / {establishment}
                </Figure>
              ),
            },
            { term: { zh: '设立', en: 'Since' }, value: day(unit.valid_from, language) },
            ...(unit.valid_to ? [{ term: w({ zh: '撤销', en: 'Until' }), value: day(unit.valid_to, language) }] : []),
          ]}
        />
      </Section>
      <div className="g-tabs">
        <Tabs
          open={tab}
          onOpen={setTab}
          tabs={[
            {
              key: 'people',
              title: { zh: '人员', en: 'People' },
              content: (
                <Ledger
                  list="kernel.persons"
                  inside
                  fixed={{ unit_id: { is: unit.id } }}
                  empty={{ title: { zh: '还没有人员', en: 'Nobody yet' } }}
                />
              ),
            },
            {
              key: 'posts',
              title: { zh: '岗位', en: 'Posts' },
              content: (
                <Ledger
                  list="kernel.posts"
                  inside
                  fixed={{ unit_id: { is: unit.id } }}
                  empty={{ title: { zh: '还没有岗位', en: 'No posts yet' } }}
                />
              ),
            },
            {
              key: 'timeline',
              title: { zh: '沿革', en: 'History' },
              content: (
                <Section>
                  <Timeline id={unit.id} />
                </Section>
              ),
            },
          ]}
        />
      </div>
    </Page>
  );
}
