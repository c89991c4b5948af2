import { words } from '@opengoa/kernel/words';
import {
  EmptyState,
  Go,
  Journey,
  type JourneyStep,
  Section,
  Shown,
  useRead,
  useSession,
  useWords,
} from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { BasisPairs } from './basis-pairs.tsx';
import { wantedFields } from './request-acts.ts';

const steps: readonly JourneyStep[] = [
  {
    key: 'unit',
    title: words('哪个单位需要用房？', 'Which unit needs premises?'),
    fields: [
      field('unit', '单位', 'Unit', 'unit', {
        help: words('已填本人单位，可更改', 'your own unit is filled in; it may be changed'),
      }),
    ],
  },
  {
    key: 'need',
    title: words('做什么用，多少人，多大？', 'What for, how many people, how large?'),
    fields: wantedFields.slice(0, 3),
  },
  {
    key: 'where',
    title: words('什么样的房间，在哪里？', 'What kind of rooms, and where?'),
    fields: wantedFields.slice(3),
  },
];

/** 申请用房: the need alone is asked; how the unit stands is told beside it. */
export default function AskForRooms() {
  const own = useSession().unit;
  return (
    <Journey
      {...(own ? { initial: { unit: { id: own.id, label: own.name } } } : {})}
      title={words('申请用房', 'Ask for premises')}
      verb="space.ask-for-rooms"
      steps={steps}
      beside={({ unit }) => (typeof unit === 'string' && unit !== '' ? <Stands unit={unit} /> : null)}
      sent={({ result }) => result && <Sent {...result} />}
    />
  );
}

function Stands({ unit }: { readonly unit: string }) {
  const known = useRead('space.request-basis', { unit });
  return (
    <Section title={words('单位现状（自动带出）', 'How the unit stands')}>
      <Shown known={known} lines={5}>
        {(it) => <BasisPairs of={it} unit={unit} />}
      </Shown>
    </Section>
  );
}

function Sent({ request, number }: { readonly request: string; readonly number: string }) {
  const { w } = useWords();
  return (
    <EmptyState
      icon="check"
      title={words(`已提交，编号 ${number}`, `Sent as ${number}`)}
      todo={words('审批进度在“我的待办 · 我发起”中随时可查。', 'Follow it under “Started by me”.')}
    >
      <Go className="k-button k-button-primary" to={`/space/requests/${request}`}>
        {w(words('查看申请', 'Open the request'))}
      </Go>
    </EmptyState>
  );
}
