import { RefusalNote, useVerb, useWords, type ActDialogProps } from '@opengoa/web-kit';
import { Button, Input } from 'antd';
import { useState } from 'react';

/** Asks why, then shows the value until the dialog is closed. It is kept nowhere on the page. */
export default function ShowFullValue({ object, onDone, onCancel }: ActDialogProps) {
  const { w } = useWords();
  const show = useVerb('kernel.show-full-value');
  const [reason, setReason] = useState('');
  const [value, setValue] = useState<string>();
  if (value !== undefined)
    return (
      <div>
        <p className="o-code">{value}</p>
        <p className="k-faint">
          {w({
            zh: '本次查看已记入操作记录。关闭后不再显示。',
            en: 'This look is on the Record. It is gone when you close.',
          })}
        </p>
        <div className="k-form-foot">
          <Button type="primary" onClick={onDone}>
            {w({ zh: '关闭', en: 'Close' })}
          </Button>
        </div>
      </div>
    );
  const ask = () =>
    void show
      .run({ value: object.id ?? '', reason })
      .then((outcome) => outcome.ok && setValue(outcome.answer.result?.value));
  return (
    <div>
      <RefusalNote problem={show.problem} />
      <label className="k-field">
        <span>{w({ zh: '查看事由', en: 'Why' })}</span>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder={w({ zh: '如：通知驾驶员今晚加班', en: 'For example: to call the driver in tonight' })}
        />
      </label>
      <div className="k-form-foot">
        <Button onClick={onCancel}>{w({ zh: '取消', en: 'Cancel' })}</Button>
        <Button type="primary" loading={show.running} disabled={reason.trim().length < 4} onClick={ask}>
          {w({ zh: '查看', en: 'Show' })}
        </Button>
      </div>
    </div>
  );
}
