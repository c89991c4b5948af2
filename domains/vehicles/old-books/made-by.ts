/** What an act of an import made, where it is a row that bears the fact's id: `vehicles.cost` of `vehicles.CostRecorded`. */
export function madeBy(facts: readonly { readonly id: string; readonly type: string }[], type: string, kind: string) {
  const made = facts.find((fact) => fact.type === type);
  return made ? { kind, id: made.id } : null;
}
