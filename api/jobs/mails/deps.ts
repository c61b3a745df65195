import type { Deps } from '../../domain/ports.ts';

/** What mails are written from: people and what happened are looked up, links and codes are made. */
export type MailDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'club' | 'publicUrl'>;
