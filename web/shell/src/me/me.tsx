import type { Cells, LedgerRow } from '@opengoa/web-kit';
import { instant, Ledger, Page, Pairs, Section, useSession, useVerb, useWords, VerbForm } from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { deviceOf } from '../office/device.ts';
import { BoundIdentities } from './bound-identities.tsx';
import { ThisDevice } from './this-device.tsx';
import { EnrolFactor } from '../sign-in/enrol-factor.tsx';

const sessionCells: Cells<LedgerRow> = { agent: (row) => deviceOf(row['agent']) };

/** Oneself: posts, where one is signed in, password and second factor. */
export default function Me() {
  const { w, language } = useWords();
  const session = useSession();
  const [open, setOpen] = useState<'password' | 'factor'>();
  const [changed, setChanged] = useState(false);
  const enrol = useVerb('kernel.enrol-second-factor');
  return (
    <Page title={{ zh: '我的登录', en: 'My sessions' }}>
      <Section title={session.person?.name ?? ''}>
        <Pairs
          pairs={[
            ...session.posts.map((post) => ({
              term:
                w(
                  post.id === session.post?.id
                    ? { zh: '当前岗位', en: 'Present post' }
                    : { zh: '其他岗位', en: 'Other post' },
                ) + (session.posts.length > 2 ? ` ${post.title}` : ''),
              value: `${post.unit.name} · ${post.title}`,
              wide: true,
            })),
            ...(session.lastSignIn
              ? [
                  {
                    term: w({ zh: '上次登录', en: 'Last sign-in' }),
                    value: `${instant(session.lastSignIn.at, language)} · ${session.lastSignIn.address}`,
                    wide: true,
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={{ zh: '正在登录的设备', en: 'Where you are signed in' }}>
        <Ledger list="kernel.my-sessions" inside bare cells={sessionCells} />
      </Section>
      <ThisDevice />
      <BoundIdentities />
      <Section title={{ zh: '口令与动态口令', en: 'Password and second factor' }}>
        {open === undefined && (
          <p className="o-row">
            <Button onClick={() => setOpen('password')}>{w({ zh: '修改口令', en: 'Change the password' })}</Button>
            <Button loading={enrol.running} onClick={() => setOpen('factor')}>
              {w({ zh: '绑定动态口令', en: 'Set up the second factor' })}
            </Button>
            {changed && (
              <span role="status">
                {w({ zh: '口令已修改，其他设备须重新登录。', en: 'Changed; other devices sign in again.' })}
              </span>
            )}
          </p>
        )}
        {open === 'password' && (
          <VerbForm
            verb="kernel.change-password"
            draft={false}
            fields={[
              {
                name: 'current',
                title: { zh: '现在的口令', en: 'Present password' },
                kind: 'password',
                sensitive: true,
              },
              { name: 'next', title: { zh: '新口令', en: 'New password' }, kind: 'password', sensitive: true },
            ]}
            submit={{ zh: '修改', en: 'Change' }}
            onCancel={() => setOpen(undefined)}
            onDone={() => {
              setOpen(undefined);
              setChanged(true);
            }}
          />
        )}
        {open === 'factor' && <EnrolFactor onDone={() => setOpen(undefined)} />}
      </Section>
    </Page>
  );
}
