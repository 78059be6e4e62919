// Every page of the tablet. To add one: a file here, a template in templates/tablet/, a line below.

import { Router } from "../router.js";
import * as charts from "./charts.js";
import * as corrections from "./corrections.js";
import * as drafts from "./drafts.js";
import * as forgotten from "./forgotten.js";
import * as observations from "./observations.js";
import * as outbox from "./outbox.js";
import * as ownNotes from "./own_notes.js";
import * as parentMeetings from "./parent_meetings.js";
import * as passcode from "./passcode.js";
import * as people from "./people.js";
import * as photos from "./photos.js";
import * as preferences from "./preferences.js";
import * as pupils from "./pupils.js";
import * as questions from "./questions.js";
import * as setUp from "./set_up.js";
import * as today from "./today.js";
import * as unlock from "./unlock.js";

const WRITING = [photos, observations, ownNotes, corrections, parentMeetings, questions, drafts];
const KEEPING = [preferences, setUp, people, unlock, passcode, forgotten];
const SUBJECTS = [today, pupils, charts, ...WRITING, outbox, ...KEEPING];

export function createRouter() {
  const route = new Router();
  for (const subject of SUBJECTS) subject.addRoutes(route);
  return route;
}
