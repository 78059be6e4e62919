// A real OpenID provider for the tests: `node provider.js PORT` with its settings as JSON on standard input.
// {client_id, client_secret, redirect_uris, accounts: {id: claims}}. Whoever the header X-Account names signs in anew,
// X-Signed-In-Ago seconds ago where that is said. Without it the browser taps the account that is signed in there, which
// is enough unless a sign-in is asked for.

import { readFileSync } from "node:fs";
import Provider, { interactionPolicy } from "oidc-provider";

const port = Number(process.argv[2]);
const { client_id, client_secret, redirect_uris, accounts } = JSON.parse(readFileSync(0, "utf8"));

const policy = interactionPolicy.base();
// What the school's real providers know: ask which account, though one is signed in.
policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0);

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id, client_secret, redirect_uris, grant_types: ["authorization_code"] }],
  claims: {
    openid: ["sub"],
    email: ["email", "email_verified"],
    profile: ["hd", "name", "preferred_username", "acct"],
  },
  conformIdTokenClaims: false, // the claims come inside the ID token, as Microsoft and Google send them
  extraParams: ["hd"],
  features: { claimsParameter: { enabled: true }, devInteractions: { enabled: false } },
  findAccount: (_context, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
  interactions: { policy, url: (_context, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  cookies: { keys: ["only a test's"] },
});

provider.use(async (context, next) => {
  if (!context.path.startsWith("/interaction/")) return next();
  const { params, prompt, session } = await provider.interactionDetails(context.req, context.res);
  const finish = (result) => provider.interactionFinished(context.req, context.res, result);
  const typed = context.get("X-Account");
  const accountId = typed || (prompt.name !== "login" && session?.accountId);
  if (!accountId) return finish({ error: "access_denied" });
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  const ts = Math.floor(Date.now() / 1000) - Number(context.get("X-Signed-In-Ago"));
  return finish({ ...(typed && { login: { accountId, ts } }), select_account: {}, consent });
});

provider.listen(port, "127.0.0.1", () => console.log("ready"));
