import type { Locale } from '../../contract/locales.ts';
import { webhookTexts as de } from './de.ts';
import { webhookTexts as en } from './en.ts';
import { webhookTexts as fr } from './fr.ts';
import { webhookTexts as gsw } from './gsw.ts';
import type { WebhookTexts } from './terms.ts';

export type { WebhookNote, WebhookTexts } from './terms.ts';

/** The texts of webhooks, by language. */
export const webhooksIn: Readonly<Record<Locale, WebhookTexts>> = { fr, de, en, gsw };
