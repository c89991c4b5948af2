import { words as fact } from '@opengoa/kernel/words';
import {
  ActButtons,
  EmptyState,
  instant,
  number,
  Page,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  StatusTag,
  UnitPicker,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';

/** 自动调控开关: off for every unit until somebody who answers for it switches it on. */
export default function SwitchPage({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const unit = query['unit'];
  return (
    <Page
      title={fact('自动调控开关', 'Regulation on or off')}
      about={fact(
        '默认关闭。由单位负责人或系统管理员按单位开启；关闭时所有受控点立即返回安全值。',
        'Off unless a unit’s leader or administrator switches it on; switched off, every point goes back at once.',
      )}
    >
      <Section>
        <UnitPicker
          value={unit === undefined ? undefined : { id: unit, label: unit }}
          label={w(fact('单位', 'Unit'))}
          onChange={(to) => to && way.go(withQuery(way, { unit: to.id }), { replace: true })}
        />
      </Section>
      {unit === undefined ? (
        <EmptyState
          icon="device"
          title={fact('请选择单位', 'Choose a unit')}
          todo={fact('选择受控点所属的单位。', 'The unit that the points belong to.')}
        />
      ) : (
        <OneSwitch unit={unit} />
      )}
    </Page>
  );
}

function OneSwitch({ unit }: { readonly unit: string }) {
  const { w, language } = useWords();
  const known = useRead('energy.regulation-switch', { unit });
  return (
    <Shown known={known} lines={5}>
      {(it) => (
        <Section title={it.unitName} acts={<ActButtons may={it.may} object={{ unit: it.unit, running: it.running }} />}>
          <p>
            <StatusTag tone={it.running ? 'busy' : 'plain'}>
              {w(it.running ? fact('已开启', 'On') : fact('已关闭', 'Off'))}
            </StatusTag>
          </p>
          <Pairs
            pairs={[
              { term: fact('受控点', 'Points'), value: number(it.points) },
              { term: fact('执行中的方案', 'Plans that act'), value: number(it.acting) },
              { term: fact('依据', 'By which paper'), value: it.document ?? '—' },
              { term: fact('操作人', 'By'), value: it.setBy ?? '—' },
              { term: fact('时间', 'At'), value: instant(it.setAt, language) },
            ]}
          />
        </Section>
      )}
    </Shown>
  );
}
