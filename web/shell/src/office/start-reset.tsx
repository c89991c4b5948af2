import { RefusalNote, useVerb, useWords, type ActDialogProps, type Result } from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { ShownOnce } from './one-time-code.tsx';

/** Starts a reset; the code is shown this once. */
export default function StartReset({ object, onDone, onCancel }: ActDialogProps) {
  const { w } = useWords();
  const start = useVerb('kernel.start-reset');
  const [reset, setReset] = useState<Result<'kernel.start-reset'>>();
  if (reset) {
    return (
      <ShownOnce
        code={reset.code}
        expiresAt={reset.expiresAt}
        about={w({
          zh: '把这个重置码当面交给本人。在登录页点“我有重置码”设置新口令。代码不再显示。',
          en: 'Hand this code to the person, who uses it on the sign-in page. It is not shown again.',
        })}
        onClose={onDone}
      />
    );
  }
  return (
    <div>
      <RefusalNote problem={start.problem} />
      <p>
        {w({ zh: '原口令在本人设置新口令之前仍然有效。', en: 'The present password works until the new one is set.' })}
      </p>
      <div className="k-form-foot">
        <Button onClick={onCancel}>{w({ zh: '取消', en: 'Cancel' })}</Button>
        <Button
          type="primary"
          loading={start.running}
          onClick={() =>
            void start
              .run({ account: object.id ?? '' })
              .then((outcome) => outcome.ok && setReset(outcome.answer.result))
          }
        >
          {w({ zh: '生成重置码', en: 'Make a code' })}
        </Button>
      </div>
    </div>
  );
}
