import { sql } from '@opengoa/kernel';
import { sheet } from '@opengoa/kernel/exchange';
import { driverStates, licences } from '../words.zh.ts';
import { choicesOf } from './vehicle-sheet.ts';

/** 驾驶员 as a sheet: names of people of the organisation; who drives for which unit, and until when the licence holds. */
export const driverSheet = sheet({
  kind: 'vehicles.driver',
  title: { zh: '驾驶员', en: 'Drivers' },
  key: ['unit', 'name'],
  columns: {
    name: {
      type: 'text',
      title: { zh: '姓名', en: 'Name' },
      required: true,
      maxLength: 50,
      note: {
        zh: '须是在职人员；同名的在页面上选人登记',
        en: 'somebody in service; of two with one name the page asks which',
      },
    },
    unit: { type: 'unit', title: { zh: '所属单位', en: 'Unit' }, required: true },
    licence: { type: 'choice', title: { zh: '准驾车型', en: 'Licence' }, required: true, choices: choicesOf(licences) },
    licenceValidTo: {
      type: 'day',
      title: { zh: '驾驶证有效期至', en: 'Valid to' },
      required: true,
      aliases: ['有效期至', '驾驶证有效期'],
    },
    state: {
      type: 'choice',
      title: { zh: '状态', en: 'State' },
      choices: choicesOf(driverStates),
      note: { zh: '不填即为在岗', en: 'left out: at the wheel' },
    },
  },
  verb: 'vehicles.register-driver',
  changeVerb: 'vehicles.change-driver',
  input: ({ state, ...row }) => ({ ...row, state: state ?? 'active' }),
  changeInput: ({ licence, licenceValidTo, state }, { object, version }) => ({
    driver: object.id,
    version,
    licence,
    licenceValidTo,
    ...(state === null ? {} : { state }),
  }),
  made: ({ facts }) => facts.find(({ type }) => type === 'vehicles.DriverRegistered')?.object ?? null,
  async existing(tx, keys) {
    const found = await tx.rows<Record<string, string> & { id: string; version: number }>(sql`
      select distinct on (unit_id, name) id, version, name, unit_id as unit, licence, licence_valid_to as "licenceValidTo", state from vehicles.driver
       where (unit_id, name) in (
         select * from unnest(${keys.map(([unit]) => String(unit))}::uuid[], ${keys.map(([, name]) => String(name))}::text[]))
       order by unit_id, name, (state = 'active') desc, id desc`);
    return found.map(({ id, version, ...values }) => ({ object: { kind: 'vehicles.driver', id }, version, values }));
  },
  undo: ({ outcome, object, line }) =>
    outcome === 'new' && object
      ? { verb: 'vehicles.strike-driver', input: { driver: object.id, why: `撤销导入，第 ${line} 行` } }
      : null,
});
