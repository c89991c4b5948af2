import { Checkbox, Input, Radio, Select } from 'antd';
import { yuanMark } from '../formatters.ts';
import type { Field } from '../room.ts';
import { useWords } from '../words/i18n.ts';
import { DayField } from './day-field.tsx';
import { FilesField } from './files-field.tsx';
import { ManyPicker, PersonPicker, Picker, UnitPicker } from './picker.tsx';
import { Suggested } from './suggested.tsx';
import { broughtIn, chosenIn, isPicked, type Raw } from './values.ts';

export interface FieldInputProps {
  readonly field: Field;
  readonly id: string;
  readonly value: Raw;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  onChange(value: Raw): void;
}

const FEW_CHOICES = 4;

/** The control of one field, by its kind. */
export function FieldInput({ field, id, value, invalid, describedBy, onChange }: FieldInputProps) {
  const { w, t } = useWords();
  const text = typeof value === 'string' ? value : '';
  const picked = isPicked(value) ? value : undefined;
  const status = invalid ? ({ status: 'error' } as const) : {};
  const aria = { 'aria-invalid': invalid, 'aria-describedby': describedBy, 'aria-required': field.required !== false };
  const range = { min: field.from?.toString(), max: field.to?.toString() };

  switch (field.kind) {
    case 'long-text':
      return (
        <>
          <Input.TextArea
            id={id}
            value={text}
            autoSize={{ minRows: 3, maxRows: 10 }}
            {...(field.maxLength ? { maxLength: field.maxLength } : {})}
            {...status}
            {...aria}
            onChange={(event) => onChange(event.target.value)}
          />
          {field.phrases && (
            <div className="k-phrases" role="group" aria-label={t('phrases')}>
              {field.phrases.map((phrase) => (
                <button
                  key={phrase.zh}
                  type="button"
                  className="k-chip k-chip-press"
                  onClick={() => onChange(text ? `${text} ${w(phrase)}` : w(phrase))}
                >
                  {w(phrase)}
                </button>
              ))}
            </div>
          )}
        </>
      );
    case 'number':
    case 'integer':
    case 'money':
      return (
        <Input
          id={id}
          className="k-number-input"
          inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
          value={text}
          suffix={field.kind === 'money' ? yuanMark() : field.unitOfMeasure}
          {...status}
          {...aria}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'day':
    case 'instant':
      return (
        <DayField
          id={id}
          value={text || undefined}
          clock={field.kind === 'instant'}
          {...range}
          invalid={invalid}
          label={w(field.title)}
          onChange={onChange}
        />
      );
    case 'choice': {
      const choices = Object.entries(field.choices ?? {});
      return choices.length <= FEW_CHOICES ? (
        <Radio.Group
          id={id}
          value={text || undefined}
          options={choices.map(([key, words]) => ({ value: key, label: w(words) }))}
          onChange={(event) => onChange(String(event.target.value))}
        />
      ) : (
        <Select
          id={id}
          className="k-wide"
          value={text || null}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={field.required === false}
          placeholder={t('choose')}
          {...status}
          options={choices.map(([key, words]) => ({ value: key, label: w(words) }))}
          onChange={(chosen) => onChange(chosen ?? undefined)}
        />
      );
    }
    case 'choices':
      return (
        <Checkbox.Group
          aria-label={w(field.title)}
          value={[...chosenIn(value)]}
          options={Object.entries(field.choices ?? {}).map(([key, words]) => ({ value: key, label: w(words) }))}
          onChange={(chosen) =>
            onChange(
              Object.keys(field.choices ?? {})
                .filter((key) => chosen.includes(key))
                .join(','),
            )
          }
        />
      );
    case 'yes-no':
      return (
        <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {field.help ? w(field.help) : w(field.title)}
        </Checkbox>
      );
    case 'unit':
      return (
        <UnitPicker
          id={id}
          value={picked}
          where={field.where}
          labelColumns={field.label}
          invalid={invalid}
          label={w(field.title)}
          onChange={onChange}
        />
      );
    case 'person':
      return (
        <PersonPicker
          id={id}
          value={picked}
          where={field.where}
          labelColumns={field.label}
          invalid={invalid}
          label={w(field.title)}
          onChange={onChange}
        />
      );
    case 'pick':
      if (!field.list) return null;
      return (
        <Picker
          id={id}
          list={field.list}
          value={picked}
          where={field.where}
          labelColumns={field.label}
          invalid={invalid}
          label={w(field.title)}
          onChange={onChange}
        />
      );
    case 'picks':
      if (!field.list) return null;
      return (
        <ManyPicker
          id={id}
          list={field.list}
          value={broughtIn(value)}
          where={field.where}
          labelColumns={field.label}
          invalid={invalid}
          label={w(field.title)}
          onChange={onChange}
        />
      );
    case 'files':
      if (!field.point) return null;
      return (
        <FilesField
          id={id}
          point={field.point}
          most={field.most}
          value={broughtIn(value)}
          describedBy={describedBy}
          onChange={onChange}
        />
      );
    case 'password':
      return (
        <Input.Password
          id={id}
          value={text}
          autoComplete="new-password"
          {...status}
          {...aria}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'text':
      if (field.suggests)
        return (
          <Suggested
            field={field}
            id={id}
            value={text}
            invalid={invalid}
            describedBy={describedBy}
            onChange={onChange}
          />
        );
      return (
        <Input
          id={id}
          value={text}
          {...(field.maxLength ? { maxLength: field.maxLength } : {})}
          suffix={field.unitOfMeasure}
          {...status}
          {...aria}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
