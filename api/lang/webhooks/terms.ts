import type { WebhookEvent } from '../../contract/webhook.ts';

export type WebhookNote = 'added' | 'pause' | 'resume' | 'rotate' | 'remove' | 'try' | 'replay' | 'replay-all';

/** The page where staff say who is told of what happens. */
export interface WebhookTexts {
  title: string;
  lead: string;
  none: string;
  events: Record<Exclude<WebhookEvent, 'ping'>, string>;
  states: Record<'active' | 'paused', string>;
  /** Of one delivery. */
  outcomes: { sent: string; queued: string; dead: string; refused: string; timeout: string; redirected: string };
  /** Told of all partners, or of one. */
  ofClub: string;
  ofPartner(name: string): string;
  actions: Record<'pause' | 'resume' | 'rotate' | 'remove' | 'try' | 'replay' | 'replay-all', string>;
  notes: Record<WebhookNote, string>;
  secret: { title: string; text: string; rotating: string; label: string };
  removal: { title: string; text: string };
  deliveries: {
    title: string;
    none: string;
    columns: Record<'when' | 'event' | 'tries' | 'outcome', string>;
  };
  dead: {
    title: string;
    text: string;
    /** Behind the address of their webhook. */
    count(count: number): string;
    /** Over the table, which may not show all. */
    newest: string;
  };
  add: {
    title: string;
    url: string;
    urlHint: string;
    partner: string;
    events: string;
    submit: string;
    /** What is wrong with a field. */
    errors: Record<'url' | 'url_private' | 'events' | 'partner', string>;
  };
  check: { title: string; text: string };
}
