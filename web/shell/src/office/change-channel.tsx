import { useWords, VerbForm, type ActDialogProps } from '@opengoa/web-kit';
import { field } from '@opengoa/web-kit/room';
import { useState } from 'react';
import { ShownOnce } from './one-time-code.tsx';
import { channelInput, secretFields, settingFields } from './register-channel.tsx';

/** A channel that leads elsewhere, or has a new secret. With a new address the secret is asked for again. */
export default function ChangeChannel({ object, onCancel, onDone }: ActDialogProps) {
  const { w } = useWords();
  const [key, setKey] = useState<string>();
  const kind = String(object['kind']);
  const settings = (object['settings'] ?? {}) as Readonly<Record<string, unknown>>;
  const fits = ({ when }: (typeof settingFields)[number]) => when === undefined || when({ kind });
  const plain = ({ when: _when, ...rest }: (typeof settingFields)[number]) => rest;
  if (key)
    return (
      <ShownOnce
        code={key}
        about={w({ zh: '新地址的签名密钥只显示这一次。', en: 'The key of the new address is shown only now.' })}
        onClose={onDone}
      />
    );
  return (
    <VerbForm
      verb="kernel.change-channel"
      draft={false}
      fields={[
        field('title', '名称', 'Name', 'text', { maxLength: 100 }),
        field('address', '地址', 'Address', 'text', { maxLength: 500 }),
        field('inside', '允许的内网网段', 'Inner networks', 'text', { required: false }),
        ...settingFields.filter(fits).map(plain),
        ...secretFields
          .filter(fits)
          .map(plain)
          .map((each) => ({
            ...each,
            required: false,
            help: { zh: '不改则留空；改了地址必须重填。', en: 'Leave empty to keep it; a new address needs it again.' },
          })),
      ]}
      initial={{
        title: object['title'],
        address: object['address'],
        inside: object['inside'],
        ...settings,
        domains: (settings['domains'] as readonly string[] | undefined)?.join(' '),
      }}
      input={(values) => ({ ...channelInput(values), channel: object.id, version: object['version'] })}
      submit={{ zh: '保存', en: 'Save' }}
      onCancel={onCancel}
      onDone={({ result }) => (result.key ? setKey(result.key) : onDone())}
    />
  );
}
