// How a person likes their jotter on this tablet: which hand holds it, which explanations they have had.
// Harmless words that lie in clear: nothing here is about a pupil.

import { instrumentOf } from "../instruments/index.js";
import { facts, page, seeOther } from "../router.js";
import { textOf } from "./fields.js";

const HANDS = ["right", "left"];

export function addRoutes(route) {
  route.get("/tablet/settings", async ({ jotter }) => {
    const { hand } = await preferencesOf(jotter);
    return page("tablet/settings.html", { title: "Your settings", hand });
  });

  route.post("/tablet/settings", async ({ jotter, form }) => {
    const hand = textOf(form, "hand");
    const news = form.get("do") === "explain" ? { helped: [] } : HANDS.includes(hand) ? { hand } : {};
    await jotter.device.changePreferences(jotter.person.id, news);
    return seeOther("/tablet/", "settings");
  });

  /** An explanation was opened or closed: so it is found the next time. */
  route.post("/tablet/help", async ({ jotter, form }) => {
    await noteHelped(jotter, textOf(form, "instrument"), form.get("is_open") !== "yes");
    return facts({ is_kept: true });
  });
}

/** {hand, helped: [instrument …]} */
export async function preferencesOf({ device, person }) {
  return { hand: "right", helped: [], ...(person ? await device.preferences(person.id) : {}) };
}

export async function isHelped(jotter, instrument) {
  return (await preferencesOf(jotter)).helped.includes(instrument);
}

/** Once somebody has saved with an instrument, or closed its explanation, it is shown no more unless they ask. */
export async function noteHelped(jotter, instrument, is_helped = true) {
  const { helped } = await preferencesOf(jotter);
  if (!instrumentOf(instrument) || helped.includes(instrument) === is_helped) return;
  const others = helped.filter((name) => name !== instrument);
  await jotter.device.changePreferences(jotter.person.id, { helped: is_helped ? [...others, instrument] : others });
}
