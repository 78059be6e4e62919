// What an older build left in clear, hidden piece by piece: nothing is deleted, and an interruption costs nothing.

const CHUNK = 200;

/** Hides a person's documents, drafts and revisions. The caller lets go of the clear token when it has ended well. */
export async function hideOlder({ person_id, cover }, person_database, device_database) {
  await hideStore(person_database, "documents", "body", cover);
  await hideStore(person_database, "drafts", "fields", cover);
  await hideStore(device_database, "revisions", "entry", cover, (row) => row.person_id === person_id);
}

async function hideStore(database, store, field, cover, isTheirs = () => true) {
  for (let after = null; ; ) {
    const { keys, rows } = await read(database, store, after);
    if (!keys.length) return;
    const clear = rows.map((row) => (isTheirs(row) && row[field] !== undefined ? row : null));
    const hidden = await Promise.all(clear.map((row) => row && cover.hide(row[field])));
    if (clear.some(Boolean)) await write(database, store, field, keys, hidden);
    after = keys.at(-1);
  }
}

function read(database, store, after) {
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  return database.run([store], "readonly", async (tx) => {
    const [keys, rows] = await Promise.all([tx.store.getAllKeys(range, CHUNK), tx.store.getAll(range, CHUNK)]);
    return { keys, rows };
  });
}

/** A sync or a save in between has written it anew, hidden already: then that stands. */
function write(database, store, field, keys, hidden) {
  const work = async (tx) => {
    for (const [place, key] of keys.entries()) {
      const row = hidden[place] && (await tx.store.get(key));
      if (!row || row[field] === undefined) continue;
      const { [field]: plain, ...rest } = row;
      const kind = field === "entry" ? { kind: plain.kind } : {};
      await tx.store.put({ ...rest, ...kind, hidden: hidden[place] });
    }
  };
  return database.run([store], "readwrite", work, { durability: "strict" });
}
