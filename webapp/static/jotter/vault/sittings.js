// A sitting ends with the browser: a cookie without an end is gone when the browser was closed.
//
// Chromium gives most workers that it starts again a dead cookie store, which takes nothing and finds nothing as long
// as that worker lives. Such a one can neither begin a sitting nor tell whether one is over: nobody is kept out for
// it, and the jotter is locked as soon as no page is open.

import { toBase64url } from "./base64url.js";

const COOKIE = "jotter_sitting";
const PROBE = "jotter_probe";
const UNREMEMBERED = "";

/** `cookies` is the worker's cookieStore, where it has one; without it the time since the last touch stands in. */
export function createSittings(cookies, crypto) {
  const valueNow = async () => (await cookies?.get(COOKIE).catch(() => null))?.value;
  const isAlive = () =>
    cookies.delete(PROBE).then(
      () => true,
      () => false,
    );

  return {
    /** The same as long as the browser is open: of two unlockings at once neither ends the other's. */
    async begin() {
      const known = cookies && (await valueNow());
      if (known) return known;
      const value = toBase64url(crypto.getRandomValues(new Uint8Array(16)));
      if (!cookies) return value;
      await cookies.set({ name: COOKIE, value, path: "/", sameSite: "strict" }).catch(() => {});
      return (await valueNow()) === value ? value : UNREMEMBERED;
    },

    /** What is on now, to be asked for while something else is read. */
    look: valueNow,

    /** → true, false, or null where nobody can tell. */
    async isStillOn(sitting, now) {
      if (!cookies) return true;
      if (sitting === UNREMEMBERED) return null;
      if (now === sitting) return true;
      return (await isAlive()) ? false : null;
    },
  };
}
