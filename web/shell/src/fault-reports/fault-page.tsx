import { ActButtons, Section, Shown, ThingPage, useRead, type ScreenProps } from '@opengoa/web-kit';
import { FaultFacts } from './fault-facts.tsx';
import { faultTones, faultWords } from './fault-tones.ts';

/** 报修单: what was said, where it stands, what may be begun because of it. */
export default function FaultPage({ params }: ScreenProps<'id'>) {
  const known = useRead('kernel.fault-report', { id: params.id });
  return (
    <Shown known={known} lines={12}>
      {(it) => {
        const begins = (it.may ?? []).filter((verb) => !verb.startsWith('kernel.'));
        return (
          <ThingPage
            id={it.id}
            title={it.number}
            status={{ tone: faultTones[it.state], words: faultWords[it.state] }}
            summary={`${it.thing}：${it.said}`}
            dueAt={it.state === 'reported' || it.state === 'taken' ? it.dueAt : null}
            may={(it.may ?? []).filter((verb) => verb.startsWith('kernel.'))}
            object={it}
          >
            <FaultFacts report={it} />
            {begins.length > 0 && (
              <Section title={{ zh: '由此办理', en: 'Begin because of it' }}>
                <ActButtons may={begins} object={{ id: it.object, report: it.id, said: it.said }} />
              </Section>
            )}
          </ThingPage>
        );
      }}
    </Shown>
  );
}
