import { type Answer, EmptyState, Go, Journey, type ScreenProps, Shown, useRead, useWords } from '@opengoa/web-kit';
import { planSteps } from '../plan-fields.ts';
import { Expected } from './expected.tsx';
import './request-trip.css';

/** 我要用车: purpose, when and where, people, check, sent. Begins from what was asked last time. */
export default function RequestTrip({ query }: ScreenProps) {
  const before = useRead('vehicles.before-request', {});
  return (
    <Shown known={before} lines={14}>
      {({ last, from }) => {
        const like = last[Number(query['like'])];
        return (
          <Journey
            key={query['like'] ?? 'new'}
            title={{ zh: '我要用车', en: 'Ask for a vehicle' }}
            verb="vehicles.request-trip"
            draft={like ? `vehicles.request-trip.${like.to}` : 'vehicles.request-trip'}
            above={<BeginFrom last={last} />}
            steps={planSteps}
            initial={
              like
                ? { ...like, startsAt: undefined, endsAt: undefined }
                : { from, use: last[0]?.use ?? 'general-affairs' }
            }
            beside={(values) => <Expected values={values} />}
            sent={({ result }) => <Sent trip={result?.trip ?? ''} number={result?.number ?? ''} />}
          />
        );
      }}
    </Shown>
  );
}

/** Nothing is asked twice: a trip like one of the last ones begins with its answers. */
function BeginFrom({ last }: { readonly last: Answer<'vehicles.before-request'>['last'] }) {
  const { w } = useWords();
  if (last.length === 0) return null;
  return (
    <nav className="v-begin-from" aria-label={w({ zh: '从以往用车开始', en: 'Begin from an earlier trip' })}>
      <span className="k-faint">{w({ zh: '和上次一样：', en: 'Like last time:' })}</span>
      {last.map((plan, i) => (
        <Go key={plan.to} className="k-chip k-chip-press" to={`/vehicles/ask?like=${i}`} title={plan.purpose}>
          {plan.to} · {w({ zh: `${plan.people} 人`, en: `${plan.people} people` })}
        </Go>
      ))}
    </nav>
  );
}

function Sent({ trip, number }: { readonly trip: string; readonly number: string }) {
  const { w } = useWords();
  return (
    <EmptyState
      icon="check"
      title={{ zh: `已提交，单号 ${number}`, en: `Sent as ${number}` }}
      todo={{ zh: '审批进度在“我的待办 · 我发起”中随时可查。', en: 'Follow it under “Started by me”.' }}
    >
      <Go className="k-button k-button-primary" to={`/vehicles/trips/${trip}`}>
        {w({ zh: '查看用车单', en: 'Open the trip' })}
      </Go>
    </EmptyState>
  );
}
