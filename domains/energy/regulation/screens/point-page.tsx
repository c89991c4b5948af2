import { words as fact } from '@opengoa/kernel/words';
import {
  type Answer,
  Go,
  instant,
  Ledger,
  number,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  StatusTag,
  ThingPage,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { lawOutcomes, planStates, settings } from '../words.zh.ts';
import { shownSetting } from './setting.ts';
import { entryTones, planTones } from './tones.ts';

type Point = Answer<'energy.control-point'>;
const minutes = (n: number) => fact(`${n} 分钟`, `${n} min`);

/** 受控点: how it stands, what may be set, what it goes by, and every command. */
export default function PointPage({ params }: ScreenProps<'id'>) {
  const known = useRead('energy.control-point', { id: params.id }, { everyMs: 15_000, keep: true });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded point={it} />}
    </Shown>
  );
}

function Loaded({ point: it }: { readonly point: Point }) {
  const { w, language } = useWords();
  const shown = (value: number | null) => shownSetting(it.sets, value, language);
  return (
    <ThingPage
      id={it.id}
      title={`${it.buildingName} ${it.name}`}
      status={
        !it.running
          ? { tone: 'plain', words: fact('停用', 'Out of use') }
          : it.heldUntil
            ? { tone: 'busy', words: fact('调控中', 'Held') }
            : { tone: 'done', words: fact('在安全值', 'At its safe value') }
      }
      summary={
        <>
          {w(settings[it.sets])} · {it.unitName} ·{' '}
          <Go className="k-link" to={`/energy/buildings/${it.building}`}>
            {it.buildingName}
          </Go>
        </>
      }
      may={it.may}
      object={it}
      figures={[
        {
          title: fact('现值', 'Stands at'),
          value: shown(it.value),
          note: it.valueAt ? instant(it.valueAt, language) : w(fact('设备尚未应答', 'The device has not answered yet')),
        },
        { title: fact('限值', 'Limits'), value: `${shown(it.least)} — ${shown(it.most)}` },
        {
          title: fact('安全值', 'Safe value'),
          value: shown(it.safe),
          ...(it.heldUntil
            ? { note: `${w(fact('不续期则返回于', 'goes back at'))} ${instant(it.heldUntil, language)}` }
            : {}),
        },
      ]}
      tabs={[
        {
          key: 'limits',
          title: fact('限值与依据', 'Limits'),
          content: (
            <Section>
              <Pairs
                pairs={[
                  {
                    term: fact('方案', 'Plan'),
                    value: it.plan ? (
                      <>
                        <Go className="k-link" to={`/energy/regulation/plans/${it.plan.id}`}>
                          {it.plan.name}
                        </Go>{' '}
                        <StatusTag tone={planTones[it.plan.state]}>{w(planStates[it.plan.state])}</StatusTag>
                      </>
                    ) : (
                      '—'
                    ),
                  },
                  {
                    term: fact('依据表计', 'Goes by'),
                    value: (
                      <>
                        <Go className="k-link" to={`/energy/meters/${it.meter}`}>
                          {it.meterName}
                        </Go>{' '}
                        <StatusTag tone={it.fresh ? 'done' : 'check'}>
                          {w(it.fresh ? fact('数据新鲜', 'Fresh') : fact('数据陈旧，不下发', 'Stale: nothing is sent'))}
                        </StatusTag>{' '}
                        {it.readAt && <span className="k-faint">{instant(it.readAt, language)}</span>}
                      </>
                    ),
                  },
                  { term: fact('数据最长时效', 'No older than'), value: w(minutes(it.staleMinutes)) },
                  {
                    term: fact('单次最大步长', 'Largest step'),
                    value: it.sets === 'switch' ? '—' : `${number(it.step, 2)} ℃`,
                  },
                  { term: fact('两次变更间隔', 'Between changes'), value: w(minutes(it.pauseMinutes)) },
                  { term: fact('指令保持时间', 'A command holds'), value: w(minutes(it.ttlMinutes)) },
                  ...(it.law
                    ? [
                        {
                          term: fact('法定限值', 'By law'),
                          value: (
                            <>
                              {number(it.law.allowed, 1)} ℃{' '}
                              <StatusTag tone={it.law.outcome === 'ok' ? 'done' : 'check'}>
                                {w(it.exemptBy ? fact('特殊要求除外', 'Excepted') : lawOutcomes[it.law.outcome])}
                              </StatusTag>{' '}
                              <span className="k-faint">{it.law.document}</span>
                            </>
                          ),
                        },
                      ]
                    : []),
                  ...(it.exemptBy ? [{ term: fact('特殊要求依据', 'Excepted by'), value: it.exemptBy }] : []),
                  { term: fact('设备账号', 'Device'), value: it.device },
                  { term: fact('设备内地址', 'Address'), value: it.address },
                ]}
              />
            </Section>
          ),
        },
        {
          key: 'log',
          title: fact('日志', 'Log'),
          content: (
            <Ledger
              list="energy.regulation-log"
              inside
              fixed={{ point_id: { is: it.id } }}
              tones={{ state: entryTones }}
            />
          ),
        },
      ]}
    />
  );
}
