// Codes in a teacher's words: the same as record/ and webapp/filters.py say them (a parity test compares).

export const NEEDS = {
  SPLD: "Specific learning difficulty",
  MLD: "Moderate learning difficulty",
  SLD: "Severe learning difficulty",
  PMLD: "Profound and multiple learning difficulty",
  SEMH: "Social, emotional and mental health",
  SLCN: "Speech, language and communication",
  HI: "Hearing impairment",
  VI: "Vision impairment",
  MSI: "Multi-sensory impairment",
  PD: "Physical disability",
  ASD: "Autistic spectrum disorder",
  DS: "Down syndrome",
  OTH: "Other difficulty or disability",
  NSA: "SEN support, no specialist assessment yet",
};

export const STATUSES = { N: "No SEN", K: "SEN support", E: "EHC plan" };

export const KINDS = {
  narrative: "Narrative",
  abc: "ABC",
  frequency: "Frequency",
  duration: "Duration",
  time_sample: "Time sample",
  scale: "Scale",
  target: "Target",
  session: "Session",
  observation: "Observation",
  parent_meeting: "Parent meeting",
  answer: "Answer",
};

/** Quick ways to an observation from the pupil's page: what one does, rather than what the instrument is called. */
export const WAYS = {
  frequency: "Count",
  duration: "Time",
  abc: "ABC",
  time_sample: "Intervals",
  scale: "Scale",
  target: "Target",
  session: "Session",
};

export const PURPOSES = {
  structured_conversation: "Structured conversation",
  sen_support_review: "SEN support review",
  annual_review: "Annual review",
  concern: "Concern",
  other: "Other",
};

/** What a meeting is for: forms take any words, older ones sent a code for each of the five. */
export const purposeName = (purpose) =>
  Object.hasOwn(PURPOSES, purpose ?? "") ? PURPOSES[purpose] : String(purpose ?? "");

export const isStructured = (purpose) =>
  purposeName(purpose).trim().toLowerCase() === PURPOSES.structured_conversation.toLowerCase();

export const optionsOf = (words) => Object.entries(words).map(([value, text]) => ({ value, text }));
