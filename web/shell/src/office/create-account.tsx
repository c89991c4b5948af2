import { useWords, VerbForm, type ActDialogProps, type Field, type Result } from '@opengoa/web-kit';
import { useState } from 'react';
import { ShownOnce } from './one-time-code.tsx';

const fields: readonly Field[] = [
  {
    name: 'kind',
    title: { zh: '类别', en: 'Kind' },
    kind: 'choice',
    initial: 'person',
    choices: {
      person: { zh: '人员', en: 'Person' },
      machine: { zh: '系统接口', en: 'Machine' },
      device: { zh: '设备', en: 'Device' },
    },
  },
  { name: 'unit', title: { zh: '单位', en: 'Unit' }, kind: 'unit' },
  {
    name: 'person',
    title: { zh: '人员', en: 'Person' },
    kind: 'person',
    label: ['name', 'post', 'unit_name'],
    when: (values) => values['kind'] === 'person',
  },
  {
    name: 'name',
    title: { zh: '账号', en: 'Account name' },
    kind: 'text',
    maxLength: 200,
    help: { zh: '登录时输入，例如姓名全拼。', en: 'Typed at sign-in.' },
  },
];

type Created = Result<'kernel.create-account'>;

/** A new account; its one-time code is shown this once and handed over. */
export default function CreateAccount({ onDone, onCancel }: ActDialogProps) {
  const { w } = useWords();
  const [created, setCreated] = useState<Created>();
  if (created?.code) {
    return (
      <ShownOnce
        code={created.code}
        expiresAt={created.expiresAt}
        about={w({
          zh: '把账号和这个一次性代码当面交给本人，由本人设置口令。代码不再显示。',
          en: 'Hand the name and this code to the person, who sets the password. It is not shown again.',
        })}
        onClose={onDone}
      />
    );
  }
  return (
    <VerbForm
      verb="kernel.create-account"
      fields={fields}
      submit={{ zh: '开立', en: 'Create' }}
      onCancel={onCancel}
      onDone={({ result }) => {
        if (result.code) setCreated(result);
        else onDone();
      }}
    />
  );
}
