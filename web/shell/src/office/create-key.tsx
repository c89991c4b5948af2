import { useWords, VerbForm, type ActDialogProps, type Field } from '@opengoa/web-kit';
import { useState } from 'react';
import { ShownOnce } from './one-time-code.tsx';
import { roleWords } from './role-words.ts';

const fields: readonly Field[] = [
  { name: 'title', title: { zh: '用途', en: 'What for' }, kind: 'text', maxLength: 200 },
  {
    name: 'scope',
    title: { zh: '权限', en: 'Scope' },
    kind: 'choice',
    get choices() {
      return roleWords();
    },
  },
  { name: 'validTo', title: { zh: '失效日', en: 'Until' }, kind: 'day' },
];

/** A key for a machine, shown this once. */
export default function CreateKey({ object, onCancel, onDone }: ActDialogProps) {
  const { w } = useWords();
  const [key, setKey] = useState<string>();
  if (key) {
    return (
      <ShownOnce
        code={key}
        about={w({
          zh: '密钥只显示这一次。请存入对接系统的密钥库，不要写入代码或邮件。',
          en: 'Shown only now. Put it into the other system’s vault, not into code or mail.',
        })}
        onClose={onDone}
      />
    );
  }
  return (
    <VerbForm
      verb="kernel.create-machine-key"
      fields={fields}
      draft={false}
      input={({ scope, ...values }) => ({ ...values, account: object.id, scope: [scope] })}
      submit={{ zh: '生成', en: 'Create' }}
      onCancel={onCancel}
      onDone={({ result }) => setKey(result.key)}
    />
  );
}
