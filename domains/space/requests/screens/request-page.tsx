import { words } from '@opengoa/kernel/words';
import { area, type ScreenProps, Section, Shown, ThingPage, useRead, useWords } from '@opengoa/web-kit';
import { requestStates } from '../words.zh.ts';
import { Candidates } from './candidates.tsx';
import { RequestFacts, WaySteps } from './request-facts.tsx';

const tones = {
  requested: 'busy',
  'sent-back': 'check',
  refused: 'refused',
  withdrawn: 'plain',
  deciding: 'busy',
  allotted: 'done',
  'handed-on': 'plain',
} as const;

/** 用房申请. */
export default function RequestPage({ params }: ScreenProps<'id'>) {
  const { w } = useWords();
  const known = useRead('space.request', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={16}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.number}
          status={{ tone: tones[it.state], words: requestStates[it.state] }}
          summary={`${it.unitName} · ${area(it.needM2)} · ${it.purpose}`}
          holder={it.waiting.flatMap(({ holders }) => holders)}
          dueAt={it.waiting[0]?.due ?? null}
          may={it.may}
          object={it}
          tabs={[
            {
              key: 'need',
              title: words('申请与现状', 'Need'),
              content: (
                <>
                  {it.said !== '' && (
                    <Section title={words('处理意见', 'Said to it')}>
                      <p>{it.said}</p>
                    </Section>
                  )}
                  <RequestFacts of={it} />
                  <WaySteps of={it} />
                </>
              ),
            },
            {
              key: 'rooms',
              title: words('候选房源', 'Vacant rooms'),
              content: it.may.includes('space.allot-to-request') ? (
                <Candidates request={it.id} open />
              ) : (
                <Section>
                  <p className="k-faint">
                    {w(
                      it.state === 'allotted'
                        ? words('已配置，见使用凭证。', 'Allotted: see the licence.')
                        : words(
                            '审批通过后由机关事务部门在这里选房。',
                            'Once approved, the keeper chooses rooms here.',
                          ),
                    )}
                  </p>
                </Section>
              ),
            },
          ]}
        />
      )}
    </Shown>
  );
}
