// The school's own lists, as the record last told them; a tablet that has not heard of them yet offers what it knows.

const SETTINGS = ["Whole class", "Small group", "One to one", "Playground", "Lunch hall", "Corridor", "Trip"];
const NONE = {
  behaviours: [],
  antecedents: [],
  consequences: [],
  settings: SETTINGS,
  phrases: [],
  provisions: [],
  scales: [],
};

/** {behaviours, antecedents, consequences, settings, phrases, provisions, scales}: each a list, whatever the record says. */
export async function listsOf(shelf) {
  const [school] = await shelf.all("school");
  const told = school?.body?.lists ?? {};
  const known = Object.entries(NONE).map(([name, none]) => [name, Array.isArray(told[name]) ? told[name] : none]);
  return Object.fromEntries(known);
}
