import { words } from '@opengoa/kernel/words';
import { number, RefusalNote, Section, TableBox, useVerb, useWords, type Answer } from '@opengoa/web-kit';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';

type Analysis = Answer<'risk-centre.analysis'>;
type File = Analysis['files'][number];
type Shape = Analysis['method']['files'][number];
/** By file: its headers with the column each is taken for, '' for none. */
type Mappings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Which column is which, beside the first rows; and the settings of the method. Prefilled by names and aliases. */
export function MapColumns({ it, onRun }: { readonly it: Analysis; onRun(): void }) {
  const { w } = useWords();
  const run = useVerb('risk-centre.run-analysis');
  const [mappings, setMappings] = useState<Mappings>(() =>
    Object.fromEntries(it.files.map(({ file, head }) => [file, head?.columns ?? {}])),
  );
  const [settings, setSettings] = useState<Readonly<Record<string, string>>>(it.settings);
  const begin = async () => {
    const outcome = await run.run({
      analysis: it.id,
      mappings: Object.entries(mappings).map(([file, columns]) => ({ file, columns: { ...columns } })),
      settings: { ...settings },
    });
    if (outcome.ok) onRun();
  };
  return (
    <>
      {it.files.map((file) => {
        const shape = it.method.files.find(({ role }) => role === file.role);
        return shape && file.head ? (
          <FileColumns
            key={file.file}
            file={file}
            shape={shape}
            columns={mappings[file.file] ?? {}}
            onChange={(columns) => setMappings((before) => ({ ...before, [file.file]: columns }))}
          />
        ) : null;
      })}
      {it.method.settings.length > 0 && (
        <Section title={words('设置', 'Settings')}>
          {it.method.settings.map(({ name, about }) => (
            <div key={name} className="rc-setting">
              <label htmlFor={`setting-${name}`}>{w(about)}</label>
              <Input
                id={`setting-${name}`}
                value={settings[name] ?? ''}
                maxLength={200}
                onChange={({ target }) => setSettings((before) => ({ ...before, [name]: target.value }))}
              />
            </div>
          ))}
        </Section>
      )}
      <div className="rc-analysis-acts">
        <RefusalNote problem={run.problem} />
        <Button type="primary" loading={run.running} onClick={() => void begin()}>
          {w(words('运行', 'Run'))}
        </Button>
      </div>
    </>
  );
}

interface FileColumnsProps {
  readonly file: File;
  readonly shape: Shape;
  readonly columns: Readonly<Record<string, string>>;
  onChange(columns: Readonly<Record<string, string>>): void;
}

function FileColumns({ file, shape, columns, onChange }: FileColumnsProps) {
  const { w } = useWords();
  const { headers, rows, rowsOf } = file.head!;
  const headerOf = (column: string) => headers.find((header) => columns[header] === column);
  const choose = (column: string, header: string | undefined) =>
    onChange(
      Object.fromEntries(
        Object.entries(columns).map(([each, taken]) => [
          each,
          each === header ? column : taken === column ? '' : taken,
        ]),
      ),
    );
  const named = headers.filter((header) => header !== '');
  return (
    <Section title={words(`${file.name}（${number(rowsOf)} 行）`, `${file.name} (${number(rowsOf)} rows)`)}>
      <p className="k-faint">{w(words(`作为：${shape.title.zh}`, `As: ${shape.title.en}`))}</p>
      <div className="rc-columns">
        {shape.columns.map(({ name, title, required }) => (
          <div key={name} className="rc-column">
            <label htmlFor={`${file.file}-${name}`}>
              {w(title)}
              {required && (
                <span className="k-required" aria-hidden="true">
                  *
                </span>
              )}
            </label>
            <Select
              id={`${file.file}-${name}`}
              value={headerOf(name) ?? null}
              allowClear
              showSearch
              aria-required={required}
              {...(required && headerOf(name) === undefined ? { status: 'error' as const } : {})}
              placeholder={w(required ? words('请选择一列', 'Choose a column') : words('没有', 'None'))}
              options={named.map((header) => ({ value: header, label: header }))}
              onChange={(header: string | undefined) => choose(name, header ?? undefined)}
            />
          </div>
        ))}
      </div>
      <TableBox title={w(words(`${file.name}的前几行`, `First rows of ${file.name}`))} className="rc-first-rows">
        <table className="k-table">
          <thead>
            <tr>
              {headers.map((header, at) => {
                const taken = shape.columns.find(({ name }) => name === columns[header]);
                return (
                  // oxlint-disable-next-line react/no-array-index-key -- columns of a file have no other name that is sure to be one
                  <th key={at} scope="col" data-taken={taken ? '' : undefined}>
                    {header === '' ? '—' : header}
                    <span className="k-faint">{taken ? w(taken.title) : w(words('不用', 'not used'))}</span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, line) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of a file are known by their place
              <tr key={line}>
                {cells.map((cell, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- cells too
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}
