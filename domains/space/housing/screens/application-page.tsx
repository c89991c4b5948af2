import { type ScreenProps, Shown, ThingPage, useRead, useWords } from '@opengoa/web-kit';
import { applicationStates, homeReasons } from '../words.zh.ts';
import { ApplicationFacts } from './application-facts.tsx';
import { applicationTones } from './tones.ts';

/** 住房申请: what is asked, who holds it, and which home was found. */
export default function ApplicationPage({ params }: ScreenProps<'id'>) {
  const { w } = useWords();
  const known = useRead('space.home-application', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={10}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={`${it.askerName} · ${w(homeReasons[it.reason])}`}
          status={{ tone: applicationTones[it.state], words: applicationStates[it.state] }}
          summary={`${it.unitName} · ${it.from} – ${it.to}${it.homeName ? ` · ${it.homeName}` : ''}`}
          holder={it.waiting.length > 0 ? it.waiting : undefined}
          may={it.may}
          object={it}
        >
          <ApplicationFacts of={it} />
        </ThingPage>
      )}
    </Shown>
  );
}
