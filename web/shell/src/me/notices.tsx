import type { Answer } from '@opengoa/web-kit';
import {
  Page,
  Section,
  Shown,
  toast,
  useRead,
  useVerb,
  useWords,
  VerbForm,
  RefusalNote,
  instant,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import './me.css';
import { useState } from 'react';
import { field } from '@opengoa/web-kit/room';

type Mine = Answer<'kernel.my-notices'>;
type Channel = Mine['channels'][number];

const how = {
  'at-once': { zh: '立即', en: 'At once' },
  digest: { zh: '合并到每日摘要', en: 'In the daily digest' },
  off: { zh: '仅站内', en: 'Only in here' },
};

const choiceFields = [
  field('task', '待办到达', 'A task for me', 'choice', { choices: how }),
  field('case', '我的办件有进展', 'Progress of my cases', 'choice', { choices: how }),
  field('reminder', '到期与逾期提醒', 'Due and overdue', 'choice', { choices: how }),
  field('mention', '讨论中提到我', 'Somebody mentions me', 'choice', { choices: how }),
  field('quietFrom', '免打扰自', 'Quiet from', 'text', { help: { zh: '例如 20:00', en: 'e.g. 20:00' }, maxLength: 5 }),
  field('quietTo', '免打扰至', 'Quiet until', 'text', { help: { zh: '例如 08:00', en: 'e.g. 08:00' }, maxLength: 5 }),
  field('workdaysOnly', '只在工作日推送（含调休）', 'On working days alone', 'yes-no'),
  field('digestAt', '每日摘要时间', 'Digest at', 'text', { maxLength: 5 }),
];

/** 通知: what reaches one outside of this program, where and when; and the calendar for one's phone. */
export default function Notices() {
  const { w } = useWords();
  const mine = useRead('kernel.my-notices', {});
  return (
    <Page
      title={{ zh: '通知', en: 'Notices' }}
      about={{
        zh: '站内消息总是立即可见；这里决定哪些还会发到站外、何时发。同一办件每天最多推送一次，换到您手上时除外。',
        en: 'In here everything is seen at once. This decides what is sent outside as well, and when. A case is pushed once a day at most, unless it comes into your hands.',
      }}
      wide={false}
    >
      <Shown known={mine}>
        {({ choice, channels }) => (
          <>
            <Section title={{ zh: '接收方式', en: 'Where' }}>
              {channels.length === 0 ? (
                <p className="k-faint">
                  {w({
                    zh: '本单位还没有站外渠道。需要邮件或企业微信、钉钉通知时，请联系系统管理员登记。',
                    en: 'Your unit has no channel yet. Ask the system administrator for mail, WeCom or DingTalk.',
                  })}
                </p>
              ) : (
                <ul className="m-channels">
                  {channels.map((channel) => (
                    <Receiver key={channel.id} channel={channel} onDone={mine.again} />
                  ))}
                </ul>
              )}
            </Section>
            <Section title={{ zh: '何时', en: 'When' }}>
              <VerbForm
                verb="kernel.choose-notices"
                fields={choiceFields}
                draft={false}
                initial={{ ...choice, ...choice.kinds }}
                input={({ task, case: progress, reminder, mention, ...rest }) => ({
                  ...rest,
                  workdaysOnly: rest['workdaysOnly'] === true,
                  kinds: { task, case: progress, reminder, mention },
                })}
                submit={{ zh: '保存', en: 'Save' }}
                onDone={() => {
                  toast(w({ zh: '已保存', en: 'Saved' }));
                  mine.again();
                }}
              />
            </Section>
          </>
        )}
      </Shown>
      <CalendarFeed />
    </Page>
  );
}

/** One channel: whether an address of one's own is kept there, and the form for it. */
function Receiver({ channel, onDone }: { readonly channel: Channel; onDone(): void }) {
  const { w } = useWords();
  const [open, setOpen] = useState(false);
  const set = useVerb('kernel.set-receiver');
  const mail = channel.kind === 'mail';
  const help = mail
    ? { zh: `限 ${channel.domains.join('、')} 的邮箱`, en: `An address of ${channel.domains.join(', ')}` }
    : { zh: '您在该应用中的用户编号', en: 'Your user id in that application' };
  if (channel.codeUntil !== null && !open)
    return <Code channel={channel} until={channel.codeUntil} onAgain={() => setOpen(true)} onDone={onDone} />;
  if (open) {
    return (
      <li>
        <strong>{channel.title}</strong>
        <VerbForm
          verb="kernel.set-receiver"
          fields={[
            field('address', mail ? '邮箱' : '用户编号', mail ? 'Mail address' : 'User id', 'text', {
              maxLength: 200,
              sensitive: true,
              help,
            }),
          ]}
          known={{ channel: channel.id }}
          draft={false}
          submit={mail ? { zh: '发送验证码', en: 'Send a code' } : { zh: '保存', en: 'Save' }}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      </li>
    );
  }
  return (
    <li className="m-channel">
      <strong>{channel.title}</strong>
      <span className={channel.set ? undefined : 'k-faint'}>
        {channel.set ? w({ zh: '已填写接收地址', en: 'Your address is kept' }) : w({ zh: '未启用', en: 'Not in use' })}
      </span>
      <span className="m-acts">
        <Button onClick={() => setOpen(true)}>
          {channel.set ? w({ zh: '更换', en: 'Change' }) : w({ zh: '填写地址', en: 'Enter an address' })}
        </Button>
        {channel.set && (
          <Button
            loading={set.running}
            onClick={() =>
              void set.run({ channel: channel.id, address: null }).then((outcome) => outcome.ok && onDone())
            }
          >
            {w({ zh: '停用', en: 'Stop' })}
          </Button>
        )}
      </span>
    </li>
  );
}

/** A mail address waits for the code that went there; until it is typed in, notices go where they went before. */
function Code({
  channel,
  until,
  onAgain,
  onDone,
}: {
  readonly channel: Channel;
  readonly until: string;
  onAgain(): void;
  onDone(): void;
}) {
  const { w, language } = useWords();
  const drop = useVerb('kernel.set-receiver');
  const [left, setLeft] = useState<number>();
  return (
    <li>
      <strong>{channel.title}</strong>
      <p className="k-about" role="status">
        {w({
          zh: `验证码已发往您填写的邮箱，${instant(until, language)} 前有效。填写后通知才会发到新邮箱${channel.set ? '，在此之前仍发到原邮箱' : ''}。`,
          en: `A code went to the address you entered; it holds until ${instant(until, language)}. Notices go there once it is typed in${channel.set ? ', and to the old address until then' : ''}.`,
        })}
      </p>
      {left !== undefined && (
        <p className="k-error" role="alert">
          {left > 0
            ? w({ zh: `验证码不对，还可以填 ${left} 次。`, en: `That is not the code; ${left} tries are left.` })
            : w({
                zh: '验证码不对，次数已用完，请重新获取。',
                en: 'That is not the code, and no try is left; have another one sent.',
              })}
        </p>
      )}
      <VerbForm
        verb="kernel.confirm-receiver"
        fields={[
          field('code', '验证码', 'Code', 'text', {
            maxLength: 20,
            sensitive: true,
            help: { zh: '8 位数字', en: 'eight digits' },
          }),
        ]}
        known={{ channel: channel.id }}
        draft={false}
        submit={{ zh: '确认', en: 'Confirm' }}
        onDone={({ result }) => {
          if (result.confirmed) toast(w({ zh: '邮箱已确认', en: 'The address is confirmed' }));
          setLeft(result.confirmed ? undefined : result.left);
          onDone();
        }}
      />
      <p className="m-acts">
        <Button onClick={onAgain}>{w({ zh: '换个地址或重新发送', en: 'Another address, or send again' })}</Button>
        {!channel.set && (
          <Button
            loading={drop.running}
            onClick={() =>
              void drop.run({ channel: channel.id, address: null }).then((outcome) => outcome.ok && onDone())
            }
          >
            {w({ zh: '不填了', en: 'Leave it' })}
          </Button>
        )}
      </p>
    </li>
  );
}

/** 日历订阅: a secret address for the calendar of a phone. It is shown once. */
function CalendarFeed() {
  const { w, language } = useWords();
  const feed = useRead('kernel.my-calendar', {});
  const make = useVerb('kernel.make-calendar');
  const revoke = useVerb('kernel.revoke-calendar');
  const [address, setAddress] = useState<string>();
  const [fleet, setFleet] = useState(false);
  const renew = async () => {
    const outcome = await make.run({ fleet });
    if (!outcome.ok) return;
    setAddress(location.origin + outcome.answer.result.path);
    feed.again();
  };
  const stop = async () => {
    const outcome = await revoke.run({});
    if (!outcome.ok) return;
    setAddress(undefined);
    feed.again();
  };
  return (
    <Section title={{ zh: '日历订阅', en: 'Calendar' }}>
      <p className="k-about">
        {w({
          zh: '把自己的用车、出车、排班和待办期限放进手机或电脑日历。地址即凭证，请勿转发；更换后旧地址立即失效。',
          en: 'Your trips, duties and times in the calendar of your phone. Whoever has the address can read it: do not pass it on. A new one ends the old at once.',
        })}
      </p>
      <Shown known={feed} lines={2}>
        {({ madeAt }) => (
          <>
            {address !== undefined && (
              <p className="m-address" role="status">
                <code>{address}</code>
                <Button
                  onClick={() =>
                    void navigator.clipboard?.writeText(address).then(() => toast(w({ zh: '已复制', en: 'Copied' })))
                  }
                >
                  {w({ zh: '复制', en: 'Copy' })}
                </Button>
              </p>
            )}
            {madeAt !== null && (
              <p>
                {w({ zh: '现有地址生成于', en: 'The present address was made' })} {instant(madeAt, language)}
                {w({ zh: '，只在生成时显示一次。', en: '; it was shown then and is not shown again.' })}
              </p>
            )}
            <p>
              <label className="m-fleet">
                <input type="checkbox" checked={fleet} onChange={(event) => setFleet(event.target.checked)} />{' '}
                {w({
                  zh: '同时显示服务本单位车辆的占用时段（只显示“忙”，不显示用车人和去向）',
                  en: 'Also when the vehicles of my unit are taken (busy only; not by whom, nor where to)',
                })}
              </label>
            </p>
            <p className="o-row">
              <Button loading={make.running} onClick={() => void renew()}>
                {madeAt === null
                  ? w({ zh: '生成订阅地址', en: 'Make an address' })
                  : w({ zh: '更换地址', en: 'Make a new one' })}
              </Button>
              {madeAt !== null && (
                <Button danger loading={revoke.running} onClick={() => void stop()}>
                  {w({ zh: '撤销', en: 'Revoke' })}
                </Button>
              )}
            </p>
            {make.problem && <RefusalNote problem={make.problem} />}
          </>
        )}
      </Shown>
    </Section>
  );
}
