import type { staffRoles } from '../../../api/contract/vocabulary.ts';
import type {
  PeopleShown,
  RefusalReason,
  ReportReason,
  StoryKind,
  StoryStatus,
  StoryUse,
} from '../../../api/contract/vocabulary.ts';

/** What the console says to who moderates. What their authors read is in `refusals.ts`. */
export interface ConsoleTerms {
  tryAgain: string;
  newTab: string;
  loading: string;
  cancel: string;
  signOut: string;
  roles: Record<(typeof staffRoles)[number], string>;
  /** Names of the parts of the console. */
  sections: string;
  views: Record<'pending' | 'published' | 'refused' | 'reports' | 'appeals' | 'audit' | 'people', string>;
  /** Said after the name of a part: how many wait there. */
  waitingHere(count: number): string;
  empty: Record<'pending' | 'published' | 'refused' | 'reports' | 'appeals' | 'audit' | 'people', string>;
  emptyHint: string;
  lookAgain: string;
  signIn: SignInTerms;
  failures: FailureTerms;
  keyboard: KeyboardTerms;
  queue: QueueTerms;
  story: StoryTerms;
  statement: StatementTerms;
  captions: CaptionTerms;
  reports: ReportTerms;
  appeals: AppealTerms;
  admin: AdminTerms;
}

interface SignInTerms {
  title: string;
  lead: string;
  email: string;
  emailHint: string;
  emailMissing: string;
  askCode: string;
  codeTitle: string;
  codeLead(time: string): string;
  code: string;
  codeHint: string;
  codeMissing: string;
  enter: string;
  otherAddress: string;
  passkeyTitle: string;
  /** There is a passkey: it is to be shown. */
  passkeyShow: string;
  /** There is none: one is to be made. */
  passkeyMake: string;
  show: string;
  make: string;
  passkeyRefused: string;
  passkeyKnown: string;
  passkeyImpossible: string;
  welcome(name: string): string;
  ended: string;
  signedOut: string;
}

interface FailureTerms {
  offline: string;
  timeout: string;
  server: string;
  refused: string;
  unauthenticated: string;
  forbidden: string;
  code_invalid: string;
  code_expired: string;
  passkey_invalid: string;
  wrong_state: string;
  story_changed: string;
  same_person: string;
  captions_missing: string;
  media_not_ready: string;
  not_found: string;
  busy(minutes: number): string;
}

interface KeyboardTerms {
  title: string;
  open: string;
  close: string;
  on: string;
  off: string;
  note: string;
  /** What each key does. */
  does: Record<
    | 'next'
    | 'previous'
    | 'approve'
    | 'refuse'
    | 'feature'
    | 'tags'
    | 'captions'
    | 'undo'
    | 'reason'
    | 'send'
    | 'cancel'
    | 'help',
    string
  >;
}

interface QueueTerms {
  list: string;
  position(place: number, total: string): string;
  previous: string;
  next: string;
  actions: string;
  approve: string;
  approveAndFeature: string;
  refuse: string;
  remove: string;
  feature: string;
  unfeature: string;
  tags: string;
  tagsLegend(name: string): string;
  saveTags: string;
  noTags: string;
  captions: string;
  undo: string;
  /** What has just been done; said and shown, with the way back. */
  done: Record<'approve' | 'refuse' | 'remove' | 'feature' | 'unfeature' | 'tag', (name: string) => string>;
  undone(name: string): string;
  undoUntil(time: string): string;
  undoLate: string;
  changed: string;
  gone: string;
}

interface StoryTerms {
  waitingSince(date: string): string;
  publishedOn(date: string): string;
  first: string;
  before(count: number): string;
  kinds: Record<StoryKind, string>;
  statuses: Record<StoryStatus, string>;
  blockers: Record<'captions_missing' | 'media_not_ready', string>;
  prompt: string;
  openReports(count: number): string;
  photo(place: number, total: number): string;
  film(duration: string): string;
  altLabel: string;
  altMissing: string;
  mediaStatus: Record<'uploading' | 'processing' | 'failed', string>;
  captionLines(language: string, count: number): string;
  noCaptions: string;
  transcript: string;
  link(site: string): string;
  linkNote: string;
  facts: string;
  partner: string;
  noPartner: string;
  people: string;
  peopleShown: Record<PeopleShown, string>;
  peopleUnknown: string;
  adult: string;
  adultYes: string;
  adultNo: string;
  permissions: string;
  uses: Record<StoryUse, string>;
  given: string;
  notGiven: string;
  tags: string;
  none: string;
  /** The link to a story's pictures and text, ready to post. */
  share: string;
  history: string;
  decisions: Record<'approve' | 'refuse' | 'remove' | 'restore' | 'feature' | 'unfeature' | 'tag', string>;
  by(name: string, date: string): string;
  undone: string;
}

interface StatementTerms {
  titles: Record<StatementKind, (name: string) => string>;
  send: Record<StatementKind, string>;
  reason: string;
  reasonHint: string;
  reasons: Record<RefusalReason, string>;
  language: string;
  text: Record<'author' | 'reporter', string>;
  textHint: string;
  reasonMissing: string;
  textMissing: string;
  textUnreadable: string;
  preview: Record<'author' | 'reporter', string>;
  /** What the mail says around these words. */
  previewNote: string;
}

/** What is written to somebody: why a story is refused or removed, what becomes of a report or an appeal. */
export type StatementKind = 'refuse' | 'remove' | 'uphold_report' | 'reject_report' | 'uphold_appeal' | 'reject_appeal';

interface CaptionTerms {
  title(name: string): string;
  lead: string;
  back: string;
  language: string;
  lines: string;
  line(place: number): string;
  start: string;
  end: string;
  words: string;
  timeHint: string;
  startNow: string;
  endNow: string;
  listen: string;
  remove: string;
  add: string;
  addHint: string;
  play: string;
  /** Taking over a file. */
  import: string;
  importFile: string;
  importText: string;
  importButton: string;
  imported(count: number): string;
  importFailed: string;
  transcript: string;
  transcriptHint: string;
  fill: string;
  save: string;
  saved: string;
  noLines: string;
  transcriptMissing: string;
  wrong(count: number): string;
  problems: Record<'time_missing' | 'end_before_start' | 'text_missing' | 'overlap' | 'too_late', string>;
  tooLong: string;
}

interface ReportTerms {
  reasons: Record<ReportReason, string>;
  receipt(receipt: string): string;
  on(date: string): string;
  seenAt: string;
  answerable: string;
  notAnswerable: string;
  noText: string;
  uphold: string;
  reject: string;
  upheld(name: string): string;
  rejected(name: string): string;
}

interface AppealTerms {
  on(date: string): string;
  decision: string;
  words: string;
  own: string;
  uphold: string;
  reject: string;
  upheld(name: string): string;
  rejected(name: string): string;
}

interface AdminTerms {
  when: string;
  who: string;
  what: string;
  about: string;
  machine: string;
  name: string;
  role: string;
  state: string;
  states: Record<'active' | 'suspended', string>;
  passkeys: string;
  add: string;
}
