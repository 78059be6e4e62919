// htmx as this product uses it: nothing kept that names a pupil, nothing evaluated, errors shown where they belong.

export function configure(htmx) {
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    defaultSettleDelay: 0, // nothing here moves; a swap is over when its request is
    historyCacheSize: 0, // htmx's own page cache would keep pupils' names in the browser's storage
    includeIndicatorStyles: false, // the content security policy refuses them
    refreshOnHistoryMiss: true,
    selfRequestsOnly: true,
    responseHandling: [
      { code: "204", swap: false },
      { code: "[23]..", swap: true },
      { code: "422", swap: true }, // a form comes back with what is wrong beside its fields
      { code: "[45]..", swap: false, error: true },
    ],
  });
  document.addEventListener("htmx:responseError", onResponseError);
  document.addEventListener("htmx:sendError", () =>
    say("The record cannot be reached. Nothing was changed; try again."),
  );
}

/** What cannot be answered in place is answered by a page of its own, unless that would lose what was typed. */
function onResponseError({ detail }) {
  const isSignedOut = detail.xhr.status === 401;
  if (detail.requestConfig.verb === "get") {
    window.location.assign(isSignedOut ? "/sign-in?next=/desk/" : detail.requestConfig.path);
  } else if (isSignedOut) {
    say(
      "You have been signed out. Sign in in a new tab, then send this again: what you typed is still here.",
      "/sign-in",
    );
  } else {
    say("That did not work, and nothing was changed. What you typed is still here.");
  }
}

function say(words, href) {
  const line = document.createElement("p");
  line.textContent = words;
  const box = document.createElement("div");
  box.className = "message message-wrong";
  box.append(line);
  if (href) {
    const link = Object.assign(document.createElement("a"), { href, target: "_blank", textContent: "Sign in" });
    link.className = "button";
    box.append(link);
  }
  const messages = document.getElementById("messages");
  messages.replaceChildren(box);
  messages.scrollIntoView({ block: "nearest" });
}
