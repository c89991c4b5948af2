import { Section, useSession, useWords } from '@opengoa/web-kit';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { canBeOwn, forgetDevice, isOwn, markAsOwn } from '../own-device/own-device.ts';

/** 这台设备: whether what is opened here may be kept for when there is no network. Not offered to the three officers. */
export function ThisDevice() {
  const { w } = useWords();
  const { person, roles } = useSession();
  const id = person?.id ?? '';
  const [own, setOwn] = useState(() => isOwn(id));
  const [failed, setFailed] = useState(false);
  if (!canBeOwn() || roles.some((role) => role.endsWith('-admin'))) return null;
  const change = async (next: boolean) => {
    setFailed(false);
    setOwn(next);
    try {
      await (next ? markAsOwn(id) : forgetDevice());
    } catch {
      setOwn(isOwn(id));
      setFailed(true);
    }
  };
  return (
    <Section title={{ zh: '这台设备', en: 'This device' }}>
      <Checkbox checked={own} onChange={(event) => void change(event.target.checked)}>
        {w({ zh: '这是我自己的设备，没有网络时也要能看', en: 'It is my own; I read here without a network too' })}
      </Checkbox>
      <p className="k-faint">
        {w({
          zh: '勾选后，打开过的页面在本机保留最多七天，退出登录即清空。公用电脑、借来的手机不要勾选。',
          en: 'Pages you opened are kept here for up to seven days, and gone when you sign out. Not for shared machines.',
        })}
      </p>
      {failed && (
        <p className="k-error" role="alert">
          {w({ zh: '浏览器不允许保留，未作更改。', en: 'The browser does not allow it; nothing changed.' })}
        </p>
      )}
    </Section>
  );
}
