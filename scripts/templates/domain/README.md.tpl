# {{zh}} · {{en}}

What this office does, in two sentences.

**Laws.** The papers its limits come from; the values are standards in `standards/`.

**Nouns.** *{{Noun}}* ([{{noun}}-store.ts]({{nouns}}/{{noun}}-store.ts)): its rows; what is true of it whatever happens gets a file `{{noun}}.ts`.

**Verbs.** [`{{room}}.register-{{noun}}`]({{nouns}}/register-{{noun}}.ts). More with `npm run new verb {{room}}.<verb-noun>`.

**Facts.** `{{room}}.{{Noun}}Registered`.

**Lists.** `{{room}}.{{nouns}}`, from `{{schema}}_read.{{noun_}}_v1`.

Each folder brings its own part ([domain.ts](domain.ts)). Read first: [contract.ts]({{nouns}}/contract.ts). [client.ts](client.ts) is made from them, for the screens: `node scripts/on-node-24.mjs scripts/reference.ts`.
