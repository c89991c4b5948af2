import { words } from '@opengoa/kernel/words';
import { type Answer, RefusalNote, Shown, useRead, useVerb, useWords } from '@opengoa/web-kit';
import type { ActDialogProps } from '@opengoa/web-kit/room';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';

type Paper = Answer<'assets.paper'>;

/** 签收: everything on the paper by one press; a line that is not there is taken off with its reason. */
export default function SignDialog({ object, onDone, onCancel }: ActDialogProps) {
  const known = useRead('assets.paper', { id: object.id ?? '' });
  return (
    <Shown known={known} lines={6}>
      {(paper) => <Lines paper={paper} onDone={onDone} onCancel={onCancel} />}
    </Shown>
  );
}

function Lines({ paper, onDone, onCancel }: { readonly paper: Paper } & Pick<ActDialogProps, 'onDone' | 'onCancel'>) {
  const { w } = useWords();
  const sign = useVerb('assets.sign-hand-over');
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const off = Object.keys(refused);
  const unsaid = off.some((card) => refused[card]!.trim() === '');
  const take = (card: string, taken: boolean) =>
    setRefused(({ [card]: _was, ...rest }) => (taken ? rest : { ...rest, [card]: '' }));
  const send = async () => {
    const lines = off.map((card) => ({ card, why: refused[card]!.trim() }));
    const outcome = await sign.run({ paper: paper.id, version: paper.version, refused: lines });
    if (outcome.ok) onDone();
  };
  return (
    <>
      <p className="k-about">
        {w(
          words(
            '逐项核对实物后一次签收；没有收到或不相符的，取消勾选并写明原因，这一项退回移交人。',
            'Check the things and sign once; untick what is not there and say why: it stays with the giver.',
          ),
        )}
      </p>
      <ul>
        {paper.lines.map(({ card, number, name, quantity, measure }) => (
          <li key={card}>
            <Checkbox checked={!(card in refused)} onChange={({ target }) => take(card, target.checked)}>
              {name} {number} · {quantity} {measure}
            </Checkbox>
            {card in refused && (
              <Input
                aria-label={w(words(`${name} 拒收原因`, `Why ${name} is refused`))}
                placeholder={w(words('原因', 'Why'))}
                maxLength={200}
                value={refused[card]}
                onChange={({ target }) => setRefused({ ...refused, [card]: target.value })}
              />
            )}
          </li>
        ))}
      </ul>
      {sign.problem && <RefusalNote problem={sign.problem} />}
      <div className="k-form-foot">
        <Button type="primary" loading={sign.running} disabled={unsaid} onClick={() => void send()}>
          {w(
            off.length === 0
              ? words(`签收全部 ${paper.lines.length} 项`, `Sign for all ${paper.lines.length}`)
              : words(
                  `签收 ${paper.lines.length - off.length} 项，退回 ${off.length} 项`,
                  `Sign for ${paper.lines.length - off.length}, refuse ${off.length}`,
                ),
          )}
        </Button>
        <Button onClick={onCancel}>{w(words('取消', 'Cancel'))}</Button>
      </div>
    </>
  );
}
