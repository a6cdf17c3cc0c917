/** Every limit that the Worker refuses beyond and the screens say beforehand. Lengths are in code points. */
export const limits = {
  nameLength: 60,
  titleLength: 200,
  tagLength: 40,
  whyLength: 500,
  commentLength: 4_000,
  excerptLength: 1_000,
  urlLength: 2_048,
  clipWords: 1_000_000,
  /** Any other request's JSON. */
  requestBytes: 32 * 1024,
  /** A record's JSON: body and manifest together. */
  recordBytes: 128 * 1024,
  fileBytes: 25 * 1024 * 1024,
  /** A segment that is moved on its clock as it is served, and held in memory for that: 16 Mbit/s of two seconds. */
  movedSegmentBytes: 4 * 1024 * 1024,
  articleBytes: 2 * 1024 * 1024,
  captionsBytes: 640 * 1024,
  /** Lines of a demo's captions, and code points of one. */
  cues: 600,
  cueLength: 200,
  /** What the captioning service hears at once. */
  speechSeconds: 28,
  speechBytes: 1024 * 1024,
  /** What a record that is published may name. */
  filesPerRecord: 1_000,
  /** What may lie beside one until then: take after take of five minutes, each of three hundred files. */
  filesPerDraft: 5_000,
  changesPerPage: 200,
  /** Fewer records where they are large: a page is to fit into a Worker’s 128 MB several times over. */
  changesPageBytes: 6 * 1024 * 1024,
  /** Where the group has not set another. */
  demoSeconds: 120,
  /** A group may allow up to this much; the contract refuses more. */
  demoSecondsMost: 300,
  /** Takes, and what cuts left of them. */
  stretchesPerDemo: 60,
  membersPerGroup: 200,
  groupsPerPerson: 50,
  devicesPerPerson: 30,
  inviteDays: 14,
  inviteUses: 50,
  sessionDays: 365,
  setupHours: 72,
  connectMinutes: 10,
  connectTries: 5,
  ceremonyMinutes: 5,
  /** Unknown codes from one network, before it has to wait. */
  guesses: 30,
  guessMinutes: 10,
  ticketMinutes: 30,
  draftDays: 30,
  recoveryCodes: 8,
} as const;
