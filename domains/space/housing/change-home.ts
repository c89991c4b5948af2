import { refuse, stale, verb } from '@opengoa/kernel';
import { ChangeHome, HomeChanged } from './contract.ts';
import { homeMoves, homeOf } from './home.ts';
import { isHomeNamed, lockHome } from './housing-store.ts';

/** 修改住房资料; the rent of who lives there stays as it was agreed. */
export const changeHome = verb('space.change-home', {
  title: { zh: '修改', en: 'Change' },
  input: ChangeHome,
  who: ['space-clerk'],
  on: 'space.home',
  facts: [HomeChanged],
  refusals: ['not-now', 'stale-version', 'home-place-needed', 'home-registered'],
  async load(tx, { home: id, name, address }) {
    const home = await lockHome(tx, id);
    return { home, named: await isHomeNamed(tx, home.unit, name, address, id) };
  },
  at: ({ home }) => ({ unit: home.unit }),
  decide({ home, named }, { home: _id, version, ...told }) {
    const closed = homeMoves.refusal(home.state, 'space.change-home');
    if (closed) return closed;
    if (version !== home.version) return stale({ version: home.version });
    if (home.building === null && told.address === '') return refuse('home-place-needed');
    if (named) return refuse('home-registered', { name: told.name }, { status: 409 });
    return [HomeChanged.of({ object: homeOf(home), unit: home.unit, body: told })];
  },
});
