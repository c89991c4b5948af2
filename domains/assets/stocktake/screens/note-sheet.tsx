import { words } from '@opengoa/kernel/words';
import type { Problem } from '@opengoa/kernel/contract';
import { Button, Input, Select } from 'antd';
import { RefusalNote, Sheet, toast, useKeptVerb, useWords } from '@opengoa/web-kit';
import { useState } from 'react';
import { conditions } from '../words.zh.ts';

/** Condition, a note and a photo of what stands there; kept like every scan when there is no network. */
export function NoteSheet({
  stocktake,
  code,
  onClose,
}: {
  readonly stocktake: string;
  readonly code: string;
  readonly onClose: () => void;
}) {
  const { w } = useWords();
  const act = useKeptVerb('assets.note-line');
  const [condition, setCondition] = useState<keyof typeof conditions>();
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<File>();
  const [problem, setProblem] = useState<Problem>();
  const [running, setRunning] = useState(false);
  const send = async () => {
    setRunning(true);
    const input = { stocktake, code, note, photos: [], ...(condition ? { condition } : {}) };
    const photos = { point: 'assets.stocktake-photo', field: 'photos', files: photo ? [photo] : [] };
    const outcome = await act(input, `${code} ${w(words('实物情况', 'condition'))}`, photos);
    setRunning(false);
    if (outcome.is === 'refused') return setProblem(outcome.problem);
    toast(
      outcome.is === 'kept'
        ? w(words('已记下，联网后发送', 'Kept; sent when there is a network'))
        : w(words('已记下', 'Noted')),
    );
    return onClose();
  };
  return (
    <Sheet kind="middle" title={`${code} ${w(words('实物情况', 'condition'))}`} onClose={onClose}>
      <form
        className="a-note"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label htmlFor="note-condition">{w(words('状况', 'Condition'))}</label>
        <Select
          id="note-condition"
          allowClear
          value={condition}
          onChange={setCondition}
          options={Object.entries(conditions).map(([value, title]) => ({ value, label: w(title) }))}
        />
        <label htmlFor="note-text">{w(words('备注', 'Note'))}</label>
        <Input.TextArea
          id="note-text"
          maxLength={500}
          rows={3}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <label className="a-photo" htmlFor="note-photo">
          {photo ? photo.name : w(words('拍照留存（可不拍）', 'Take a photo (optional)'))}
          <input
            id="note-photo"
            type="file"
            accept="image/jpeg,image/png"
            capture="environment"
            onChange={(event) => setPhoto(event.target.files?.[0])}
          />
        </label>
        <RefusalNote problem={problem} />
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={running}
          disabled={!condition && note === '' && !photo}
        >
          {w(words('记下', 'Note'))}
        </Button>
      </form>
    </Sheet>
  );
}
