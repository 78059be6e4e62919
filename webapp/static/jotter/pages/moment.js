// The pupils of the moment first: whom this person lately wrote about, then who is in their lesson; nobody is left out.

const LATELY_MS = 7 * 24 * 60 * 60 * 1000;
const LATELY_SHOWN = 6;
// Whoever was written about within a lesson and a half tells whose lesson it is.
const LESSON_MS = 90 * 60 * 1000;

/**
 * → [{title, pupils, is_lately}], none of them empty. `written` is outbox.lastWritten(): for each pupil minus the
 * moment of this person's newest note.
 */
export function momentGroups(pupils, written, now) {
  const age = Object.fromEntries(written.map(({ pupil_id, order }) => [pupil_id, now + order]));
  const is_lately = ({ id }) => age[id] < LATELY_MS;
  const newest = pupils.filter(is_lately).sort((a, b) => age[a.id] - age[b.id]);
  const lately = newest.slice(0, LATELY_SHOWN);
  const class_name = age[newest[0]?.id] < LESSON_MS ? newest[0].body.class_name : "";
  const rest = pupils.filter((pupil) => !lately.includes(pupil));
  const is_mate = ({ body }) => Boolean(class_name) && body.class_name === class_name;
  const groups = [
    { title: "Lately", pupils: lately, is_lately: true },
    { title: `In ${class_name}`, pupils: rest.filter(is_mate) },
    { title: "Everybody else", pupils: rest.filter((pupil) => !is_mate(pupil)) },
  ];
  return groups.filter((group) => group.pupils.length);
}
