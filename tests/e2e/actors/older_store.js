// What a build from before there were passcodes left on a tablet: everything in clear, the token too. Its shape is that
// of the stores' first step (webapp/static/jotter/store/{device,person}.js), written as that build wrote it.

async ({ enrolment, device, pupil, note, half }) => {
  const DAY_MS = 24 * 60 * 60 * 1000;
  const now = Date.now() - DAY_MS;
  const newId = () => {
    const id = crypto.randomUUID();
    return `${id.slice(0, 14)}7${id.slice(15)}`;
  };

  const open = (name, build) =>
    new Promise((done, failed) => {
      const opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = () => build(opening.result);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
  const write = (db, rows) =>
    new Promise((done, failed) => {
      const tx = db.transaction(Object.keys(rows), "readwrite");
      for (const [store, puts] of Object.entries(rows)) for (const put of puts) tx.objectStore(store).put(...put);
      tx.oncomplete = () => done(db.close());
      tx.onabort = () => failed(tx.error);
    });

  const person_id = enrolment.person.id;
  const devices = await open("jotter-device", (db) => {
    db.createObjectStore("settings");
    db.createObjectStore("enrolments", { keyPath: "person_id" });
    const revisions = db.createObjectStore("revisions", { keyPath: ["id", "revision"] });
    revisions.createIndex("by_pupil", ["person_id", "pupil_id", "order"]);
    revisions.createIndex("by_acknowledged", "acknowledged_at");
    revisions.createIndex("by_trouble", "trouble_of");
    db.createObjectStore("outbox", { keyPath: ["id", "revision"] }).createIndex("by_person", [
      "person_id",
      "device_seq",
    ]);
  });
  const recorded_at = new Date(now).toISOString();
  const body = { pupil_id: pupil.id, instrument: "narrative", text: note, setting: "", measures: {}, outcome_ids: [] };
  const entry = {
    ...{ id: newId(), kind: "observation", revision: 1, base_version: null, recorded_at, device_seq: 1, schema: 1 },
    body: { ...body, attachment_ids: [], group_id: null },
  };
  const row = { id: entry.id, revision: 1, person_id, device_seq: 1, saved_at: now };
  const { token, enrolment_id, person, school } = enrolment;
  await write(devices, {
    settings: [
      [device, "device"],
      [person_id, "current"],
      [1, "device_seq"],
      [{ last_ok_at: now, need: null, offline: false, failures: 0, retry_at: 0 }, `sync:${person_id}`],
    ],
    enrolments: [[{ person_id, person, school, token, enrolment_id, enrolled_at: now }]],
    revisions: [[{ ...row, pupil_id: pupil.id, order: -now, entry }]],
    outbox: [[{ ...row, kind: "observation", size: 400, state: "queued", failures: 0 }]],
  });

  const shelf = await open(`jotter-person-${person_id}`, (db) => {
    const documents = db.createObjectStore("documents", { keyPath: ["kind", "id"] });
    documents.createIndex("by_pupil", ["kind", "pupil_id", "order"]);
    documents.createIndex("by_day", ["kind", "day"]);
    documents.createIndex("by_round", "round");
    db.createObjectStore("meta");
    db.createObjectStore("drafts", { keyPath: "id" }).createIndex("by_pupil", "pupil_id");
  });
  const document = { kind: "pupil", id: pupil.id, version: 1, body: pupil, pupil_id: pupil.id, order: 0, round: 1 };
  const id = newId();
  const fields = { entry_id: id, text: half, when: "", now: "", setting: "", instrument: "narrative", outcomes: [] };
  await write(shelf, {
    documents: [[document]],
    meta: [[{ cursor: null, epoch: null, round: 1, is_full: false }, "position"]],
    drafts: [[{ id, kind: "observation", pupil_id: pupil.id, fields, kept_at: now }]],
  });
};
