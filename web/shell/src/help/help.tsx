import { words as pair } from '@opengoa/kernel/words';
import { Go, Page, Section, useSession, useWords, WhomToCall } from '@opengoa/web-kit';
import type { Words } from '@opengoa/kernel/contract';
import { KeyList } from '../frame/key-list.tsx';
import { openRooms } from '../frame/open-pages.ts';
import { GuideCard } from '../guide/guide-card.tsx';
import { changes } from './page-help.ts';

/** First steps, by what is open to the reader. */
const guides: readonly { readonly needs: string; readonly title: Words; readonly steps: readonly Words[] }[] = [
  {
    needs: 'vehicles.request-trip',
    title: pair('我要用车', 'I need a vehicle'),
    steps: [
      pair(
        '左侧“公务用车”→“我要用车”，按问题依次填写，每一项都会自动保存。',
        'Menu, Vehicles, Ask for a vehicle. Answer the questions; every field is kept as you go.',
      ),
      pair(
        '提交后在“我发起”里看进度：在谁手里、什么时限。',
        'After sending, "Started" shows who holds it and until when.',
      ),
    ],
  },
  {
    needs: 'vehicles.approve-trip',
    title: pair('我要审批', 'I approve'),
    steps: [
      pair(
        '打开“我的待办”，右侧就是办件全貌：事由、标准、已有意见。',
        'Open my desk: the case on the right shows purpose, standards and opinions.',
      ),
      pair(
        '按 a 同意，或点“不同意”写明理由；办完自动到下一件。',
        'Press a to approve, or refuse with a reason; the next case slides in.',
      ),
    ],
  },
  {
    needs: 'kernel.facts',
    title: pair('我要核查操作记录', 'I audit the Record'),
    steps: [
      pair(
        '“操作记录”里按时间、人、对象筛选；打开一条可见全部字段。',
        'In the Record filter by time, person, object; open a fact to see its fields.',
      ),
      pair(
        '点“验证”重新核对每一条的封存，结束时给出一句结论和一份文件。',
        'Verify re-derives every seal and ends with a sentence and a file.',
      ),
    ],
  },
];

export default function Help() {
  const { w } = useWords();
  const { may, unit } = useSession();
  const mine = guides.filter((guide) => may.includes(guide.needs));
  return (
    <Page title={pair('帮助', 'Help')} wide={false}>
      <GuideCard always />
      {mine.map((guide) => (
        <Section key={guide.needs} title={guide.title}>
          <ol className="h-steps">
            {guide.steps.map((step) => (
              <li key={step.zh}>{w(step)}</li>
            ))}
          </ol>
        </Section>
      ))}
      <Section title={pair('对您开放的页面', 'Open to you')}>
        <ul className="h-pages">
          {openRooms(may).map(({ room, pages }) => (
            <li key={room.name}>
              <strong>{w(room.title)}</strong>
              {pages.map((page) => (
                <Go key={page.path} className="k-link" to={page.path}>
                  {w(page.title)}
                </Go>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={pair('最近的变化', 'What changed')}>
        <ul className="h-steps">
          {changes.map(({ day, words }) => (
            <li key={words.zh}>
              <span className="k-faint">{day}</span> {w(words)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={pair('键盘操作', 'Keyboard')}>
        <KeyList />
      </Section>
      <Section title={pair('办不了、看不到、看不清', 'When something does not work')}>
        <ul className="h-steps">
          <li>
            {w(
              pair(
                '按钮没有出现：现在不能这样办，或者不是您的岗位职责。',
                'A button is missing: it cannot be done now, or is not your post.',
              ),
            )}
          </li>
          <li>
            {w(
              pair(
                `页面没有开放：请联系${unit?.name ?? '本单位'}的安全管理员开通权限。`,
                `A page is closed: ask the security officer of ${unit?.name ?? 'your unit'}.`,
              ),
            )}
          </li>
          <li>
            {w(
              pair(
                '出现差错时，请把页面上的“请求编号”告诉系统管理员。',
                'If something fails, tell the system officer the request number on the page.',
              ),
            )}
          </li>
          <li>
            {w(
              pair(
                '字太小：点右上角“长辈版”。不便使用网络时，可以在本单位窗口书面办理。',
                'Too small: "Large type" above. Without a network, the counter of your unit takes paper.',
              ),
            )}
          </li>
        </ul>
        <WhomToCall />
      </Section>
    </Page>
  );
}
