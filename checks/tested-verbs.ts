import type { Check, Problem } from './check.ts';
import { isTest, resolveImport } from './house.ts';
import { declarationsOf, roomsOf } from './rooms.ts';

/**
 * A verb is tested where a test calls it by its full name, or imports the file that declares it. An internal verb has no route and is run
 * for somebody by another door (signing in opens a session): one that no test names, by itself or by its facts, is remarked on.
 */
export const testedVerbs: Check = {
  title: 'Verbs: every verb is named by a test',
  async examine(house) {
    const tests = house.sources.filter(({ path }) => /\.test\.tsx?$/.test(path));
    const imported = new Set(
      tests.flatMap((test) =>
        test.imports.flatMap(({ specifier }) => {
          const target = resolveImport(house, test.path, specifier);
          return target && 'file' in target ? [target.file] : [];
        }),
      ),
    );
    // What stands beside the tests (`given.ts`, an office that signs people in) runs verbs for them.
    const said = new Set(
      house.sources
        .filter(({ path }) => isTest(path))
        .flatMap(({ text }) => [...text.matchAll(/['"`]([\w-]+\.[\w-]+)['"`]/g)].map((match) => match[1]!)),
    );
    const declared = declarationsOf(house);
    const problems: Problem[] = [];
    const remarks: string[] = [];
    let examined = 0;
    for (const { folder, room } of await roomsOf(house)) {
      for (const { name, internal, facts } of room.verbs) {
        examined += 1;
        const file = declared.get(name);
        const named = said.has(name) || (internal === true && facts.some((fact) => said.has(fact.name)));
        if (named || (file && imported.has(file))) continue;
        if (internal) remarks.push(`no test names ${name}, which other doors run`);
        else problems.push({ path: file ?? `${folder}/domain.ts`, says: `no test names ${name}` });
      }
    }
    return { examined, of: 'verbs', problems, remarks };
  },
};
