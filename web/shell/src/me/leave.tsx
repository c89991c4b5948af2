import { Ledger, Page, Section, toast, useSession, useWords, VerbForm } from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { Button } from 'antd';
import { useState } from 'react';

const fields = [
  field('person', '代理人', 'Stand-in', 'person', { label: ['name', 'post', 'unit_name'] }),
  field('from', '自何日起', 'From', 'day'),
  field('to', '至何日止', 'Until', 'day', {
    help: { zh: '到这一天起恢复本人办理。', en: 'From this day on you act again.' },
  }),
  field('reason', '事由', 'Reason', 'text', {
    maxLength: 500,
    phrases: [
      { zh: '年休假', en: 'Leave' },
      { zh: '出差', en: 'On a journey' },
      { zh: '培训', en: 'Training' },
    ],
  }),
];

/** 请假与代理: who acts for me while I am away, and for whom I act. */
export default function Leave() {
  const { w } = useWords();
  const { person } = useSession();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState(0);
  return (
    <Page
      title={{ zh: '请假与代理', en: 'Leave and stand-ins' }}
      about={{
        zh: '代理期间，代理人切换到您的岗位办理，记录上同时写明两人（代）；代理人不能审批自己的申请。',
        en: 'Meanwhile the stand-in acts in your post; the record carries both names. Nobody decides on their own request.',
      }}
      acts={
        !open && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {w({ zh: '请假并指定代理', en: 'Name a stand-in' })}
          </Button>
        )
      }
    >
      {open && (
        <Section title={{ zh: '请假并指定代理', en: 'Name a stand-in' }}>
          <VerbForm
            verb="kernel.name-stand-in"
            fields={fields}
            known={{ forPerson: person?.id }}
            draft={false}
            submit={{ zh: '提交', en: 'Save' }}
            onCancel={() => setOpen(false)}
            onDone={() => {
              setOpen(false);
              setKept(kept + 1);
              toast(w({ zh: '已登记', en: 'Saved' }));
            }}
          />
        </Section>
      )}
      <Section title={{ zh: '我的请假与代理', en: 'Mine' }}>
        <Ledger
          key={kept}
          list="kernel.my-stand-ins"
          inside
          bare
          empty={{
            title: { zh: '没有请假或代理', en: 'No leave and no stand-ins' },
            todo: {
              zh: '需要请假时，在这里指定代理人，待办不会无人办理。',
              en: 'Name a stand-in here before you leave, so that nothing lies.',
            },
          }}
        />
      </Section>
    </Page>
  );
}
