// The page's script: sees to the worker, keeps what is typed, and never lets words go unsaved in silence.

import "./elements/index.js";
import { watchChips } from "./page/chips.js";
import { keepDrafts } from "./page/drafts.js";
import { watchFind } from "./page/find.js";
import { watchForms } from "./page/forms.js";
import { watchHelp } from "./page/help.js";
import { holdPart } from "./page/kind.js";
import { watchLock } from "./page/lock.js";
import { watchPurpose } from "./page/meetings.js";
import { matchPerson } from "./page/person.js";
import { watchPhotos } from "./page/photos.js";
import { watchSaving } from "./page/saving.js";
import { guardSecrets } from "./page/secrets.js";
import { checkThisDevice } from "./page/set_up.js";
import { tellWhenSettled } from "./page/settled.js";
import { keepSteady } from "./page/steady.js";
import { startSyncing } from "./page/sync.js";
import { startWorker } from "./page/worker.js";

const worker = startWorker();
watchForms(worker);
guardSecrets(worker); // after the check that the worker is in control
watchLock(worker);
watchPhotos(worker);
keepDrafts(worker);
watchSaving(worker); // after all that holds a form back, or stops keeping its draft
watchPurpose();
watchChips();
watchHelp(worker);
holdPart();
matchPerson(worker); // before the first sync, which says whether somebody is signed in
watchFind(); // before what is swapped is measured
keepSteady(); // before the first sync, which may change lists
startSyncing(worker);
checkThisDevice();
// Last: by now every part of the page listens.
const tell = tellWhenSettled(document, {
  is_ready: () => worker.is_in_control() && !document.querySelector("[data-shell]"),
});
navigator.serviceWorker?.addEventListener("controllerchange", tell);
