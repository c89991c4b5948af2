import {
  type Answer,
  EmptyState,
  Go,
  Journey,
  type JourneyStep,
  type ScreenProps,
  Shown,
  useRead,
  useSession,
  useWords,
} from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { planSteps } from '../plan-fields.ts';
import { Expected } from './expected.tsx';
import './request-trip.css';

/** 我要用车: purpose, when and where, people, check, sent. Begins from what was asked last time. */
export default function RequestTrip({ query }: ScreenProps) {
  const unit = useSession().unit?.id;
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
            steps={stepsOf(unit)}
            initial={
              like
                ? { ...like, startsAt: undefined, endsAt: undefined }
                : { from, use: last[0]?.use ?? 'general-affairs' }
            }
            beside={(values) => <Expected values={values} />}
            sent={({ result }) => result && <Sent {...result} />}
          />
        );
      }}
    </Shown>
  );
}

/** Whoever cannot fill it in themselves is helped by a colleague of the same unit: the last question, and nobody need answer it. */
const stepsOf = (unit: string | undefined): readonly JourneyStep[] =>
  planSteps.map((step, n) =>
    n === planSteps.length - 1
      ? {
          ...step,
          fields: [
            ...step.fields,
            field('for', '替谁申请', 'Filled in for', 'person', {
              required: false,
              ...(unit === undefined ? {} : { where: { unit_id: unit } }),
              help: {
                zh: '替本单位同事代填时选；用车单归同事，由其跟进、评价，同事会收到消息',
                en: 'A colleague of your unit whose trip it is; they are told, and it is theirs',
              },
            }),
          ],
        }
      : step,
  );

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

interface SentProps {
  readonly trip: string;
  readonly number: string;
  readonly for?: string | undefined;
}

function Sent({ trip, number, for: colleague }: SentProps) {
  const { w } = useWords();
  if (colleague !== undefined)
    return (
      <EmptyState
        icon="check"
        title={{ zh: `已替${colleague}提交，单号 ${number}`, en: `Sent for ${colleague} as ${number}` }}
        todo={{
          zh: `${colleague}已收到消息，在“我的待办 · 我发起”中查进度、修改或撤回。`,
          en: `${colleague} was told and follows it under “Started by me”.`,
        }}
      />
    );
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
