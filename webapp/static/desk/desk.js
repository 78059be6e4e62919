// The desk's script: how htmx behaves here, and the keyboard's way through the pile of notes.
import { tellWhenSettled } from "../jotter/page/settled.js";
import { configure } from "./htmx_settings.js";
import { watchKeys } from "./keys.js";
import { watchPrint } from "./print.js";

configure(window.htmx);
watchKeys(document);
watchPrint(document);

// On paper the figures stand beneath their chart, whether or not they were opened on the screen.
window.addEventListener("beforeprint", () => {
  for (const figures of document.querySelectorAll(".chart details")) figures.open = true;
});

tellWhenSettled(document);
