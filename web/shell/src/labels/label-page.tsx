import {
  EmptyState,
  Page,
  RefusalNote,
  Shown,
  Tabs,
  useRead,
  useVerb,
  useWay,
  useWords,
  withQuery,
  type Answer,
} from '@opengoa/web-kit';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { DrawnCode } from '../qr/drawn-code.tsx';
import './label.css';
import { type LayoutName, layouts, onSheets } from './layouts.ts';

type Sheet = Answer<'kernel.label-sheet'>;
type Thing = Sheet['things'][number];

const words = {
  title: { zh: '标签打印', en: 'Labels' },
  about: {
    zh: '贴在资产、车内、钥匙和表计旁。任何人扫码即可报修，不需要账号；登录人员扫码直接打开它的页面。',
    en: 'For things, vehicles, keys and meters. Anybody who scans one may report a fault, without an account; whoever is signed in gets its page.',
  },
  find: { zh: '按编号或名称查找', en: 'Find by code or name' },
  all: { zh: '全选', en: 'All' },
  layout: { zh: '版式', en: 'Layout' },
  from: { zh: '从第几格开始', en: 'Begin at place' },
  copies: { zh: '每件份数', en: 'Copies of each' },
  make: { zh: '制作标签', en: 'Make labels' },
  makeSome: { zh: '为其中 {n} 件制作标签', en: 'Make labels for {n} of them' },
  print: { zh: '打印', en: 'Print' },
  revoke: { zh: '停用所选标签', en: 'Revoke the chosen' },
  none: { zh: '还没有', en: 'none yet' },
  preview: { zh: '预览', en: 'Preview' },
  choose: { zh: '在左边选要打印的', en: 'Choose what to print' },
  report: { zh: '扫码报修', en: 'Scan to report' },
  lost: { zh: '标签丢失或被撕', en: 'The label was lost or torn off' },
  nothing: { zh: '没有可以贴标签的', en: 'Nothing to put a label on' },
  nothingTodo: {
    zh: '先在相应台账登记，或换一个词查找。',
    en: 'Register them in their ledger, or look for other words.',
  },
} as const;

/** 标签打印: choose, make, print: several layouts, from any place of a sheet, in copies. */
export default function LabelPage() {
  const way = useWay();
  const { w } = useWords();
  const [q, setQ] = useState('');
  const only = way.query['only'];
  const known = useRead('kernel.label-sheet', {
    ...(way.query['kind'] ? { kind: way.query['kind'] } : {}),
    ...(q === '' ? {} : { q }),
    ...(only === undefined ? {} : { only }),
  });
  return (
    <Page title={words.title} about={words.about}>
      <Input.Search
        className="l-find"
        allowClear
        aria-label={w(words.find)}
        placeholder={w(words.find)}
        onSearch={(text) => {
          setQ(text);
          // Whoever looks for something looks among all, not among what was chosen before.
          if (only !== undefined) way.go(withQuery(way, { only: undefined }), { replace: true });
        }}
      />
      <Shown known={known} lines={12}>
        {(sheet) => (
          <>
            {sheet.kinds.length > 1 && (
              <div className="l-kinds">
                <Tabs
                  tabs={sheet.kinds.map(({ kind, title }) => ({ key: kind, title }))}
                  open={sheet.kind}
                  onOpen={(kind) => way.go(withQuery(way, { kind, only: undefined }), { replace: true })}
                />
              </div>
            )}
            {sheet.things.length === 0 ? (
              <EmptyState icon="scan" title={words.nothing} todo={words.nothingTodo} />
            ) : (
              <Choose key={`${sheet.kind} ${only ?? ''}`} sheet={sheet} begun={only !== undefined} />
            )}
          </>
        )}
      </Shown>
    </Page>
  );
}

/** `begun`: what is shown was chosen in a ledger before, so all of it is chosen here. */
function Choose({ sheet, begun }: { readonly sheet: Sheet; readonly begun: boolean }) {
  const { w } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(begun ? sheet.things.map(({ id }) => id) : []),
  );
  const [layout, setLayout] = useState<LayoutName>('a4-24');
  const [from, setFrom] = useState(1);
  const [copies, setCopies] = useState(1);
  const make = useVerb('kernel.make-labels');
  const revoke = useVerb('kernel.revoke-label');
  const mine = sheet.things.filter(({ id }) => chosen.has(id));
  const without = mine.filter(({ token }) => token === null);
  const ready = mine.filter(({ token }) => token !== null);
  const { places } = layouts.find(({ name }) => name === layout)!;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const everything = chosen.size === sheet.things.length;
  return (
    <div className="l-page">
      <section className="l-choose" aria-label={w(words.title)}>
        <Checkbox
          checked={everything}
          indeterminate={chosen.size > 0 && !everything}
          onChange={() => setChosen(everything ? new Set() : new Set(sheet.things.map(({ id }) => id)))}
        >
          {w(words.all)} {chosen.size}/{sheet.things.length}
        </Checkbox>
        <ul className="l-things">
          {sheet.things.map(({ id, name, code, token }) => (
            <li key={id}>
              <Checkbox checked={chosen.has(id)} onChange={() => toggle(id)}>
                <strong>{code}</strong> {name} {token === null && <span className="k-faint">({w(words.none)})</span>}
              </Checkbox>
            </li>
          ))}
        </ul>
      </section>
      <section className="l-out">
        <div className="l-controls">
          <label>
            {w(words.layout)}
            <Select
              value={layout}
              onChange={setLayout}
              options={layouts.map(({ name, title }) => ({ value: name, label: w(title) }))}
            />
          </label>
          {places > 1 && (
            <label>
              {w(words.from)}
              <InputNumber min={1} max={places} value={from} onChange={(value) => setFrom(value ?? 1)} />
            </label>
          )}
          <label>
            {w(words.copies)}
            <InputNumber min={1} max={50} value={copies} onChange={(value) => setCopies(value ?? 1)} />
          </label>
          <RefusalNote problem={make.problem ?? revoke.problem} />
          <div className="l-acts">
            {without.length > 0 && (
              <Button
                type="primary"
                loading={make.running}
                onClick={() => void make.run({ kind: sheet.kind, objects: without.slice(0, 200).map(({ id }) => id) })}
              >
                {w(words.makeSome).replace('{n}', String(Math.min(without.length, 200)))}
              </Button>
            )}
            {ready.length > 0 && (
              <Button type={without.length > 0 ? 'default' : 'primary'} onClick={() => print()}>
                {w(words.print)}
              </Button>
            )}
            {ready.length === 1 && without.length === 0 && (
              <Button
                danger
                loading={revoke.running}
                onClick={() => void revoke.run({ kind: sheet.kind, object: ready[0]!.id, why: w(words.lost) })}
              >
                {w(words.revoke)}
              </Button>
            )}
          </div>
        </div>
        {ready.length === 0 ? (
          <p className="k-faint">{w(words.choose)}</p>
        ) : (
          <div className="l-sheets" aria-label={w(words.preview)} role="group">
            {onSheets(ready, { places, from, copies }).map((labels, n) => (
              // oxlint-disable-next-line react/no-array-index-key -- a sheet is its place in the stack
              <div key={n} className={`l-sheet l-${layout}`}>
                {labels.map((thing, place) => (
                  // oxlint-disable-next-line react/no-array-index-key -- so is a label on its sheet
                  <div key={place} className="l-label">
                    {thing && <Label thing={thing} />}
                  </div>
                ))}
              </div>
            ))}
          </div>
        )}
      </section>
    </div>
  );
}

/** The code, what it is for, and the number that is read aloud. */
function Label({ thing: { name, code, token } }: { readonly thing: Thing }) {
  const { w } = useWords();
  return (
    <>
      <DrawnCode text={`${location.origin}/r/${token}`} label={code} />
      <span className="l-text">
        <strong>{w(words.report)}</strong>
        <span>{name}</span>
        <span className="l-code">{code}</span>
      </span>
    </>
  );
}
