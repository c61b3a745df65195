/** The parts that the program is made of, built from the configuration. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { createCredentials } from './credentials/index.ts';
import type { MediaDecoder, MediaStore, UploadFiles } from './domain/media/ports.ts';
import type { Deps, Log } from './domain/ports.ts';
import { createKeys } from './keys.ts';
import { createTexts } from './lang/index.ts';
import { createLog } from './log.ts';
import { paths } from './contract/paths.ts';
import { createDecoder } from './media/decoder.ts';
import { diskStore } from './media/disk-store.ts';
import { parseS3Url, s3Store } from './media/s3-store.ts';
import { createUploadProtocol, type UploadProtocol } from './media/tus.ts';
import { uploadFolder } from './media/upload-folder.ts';
import { folderMailer } from './mail/folder.ts';
import { smtpMailer } from './mail/smtp.ts';
import { createCdnPurger } from './net/cdn.ts';
import { createDomainProofs } from './net/domain-proofs.ts';
import { createWebhookSender } from './net/webhooks.ts';
import { createPasskeys } from './passkeys.ts';
import { createBadgePictures } from './pictures/badges/index.ts';
import { openStorage, type OpenStorage } from './storage/index.ts';

export interface BuiltDeps extends Deps {
  storage: OpenStorage;
  uploads: UploadFiles;
  uploadProtocol: UploadProtocol;
  decoder: MediaDecoder;
  close(): Promise<void>;
}

/** Where the demo's mails land. */
export const mailFolder = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'mail');

export async function buildDeps(config: Config): Promise<BuiltDeps> {
  const log = createLog(config.logLevel);
  const storage = openStorage({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log });
  const mailer = config.smtpUrl ? smtpMailer({ url: config.smtpUrl, log }) : folderMailer(mailFolder(config));
  const mediaParts = openMedia(config, log);
  return {
    storage,
    mailer,
    log,
    clock: { now: () => Date.now() },
    credentials: createCredentials({
      publicUrl: config.publicUrl,
      keyFile: config.credentialKeysFile,
      keyText: config.credentialKeys,
      storage,
    }),
    badgePictures: createBadgePictures({ accent: config.club.colours.accent }),
    ...(config.cdn && { cdn: createCdnPurger(config.cdn) }),
    domainProofs: createDomainProofs({ publicUrl: config.publicUrl }),
    webhookSender: createWebhookSender({ publicUrl: config.publicUrl }),
    ids: { token: () => randomBytes(32).toString('base64url') },
    keys: createKeys(config.secret ?? demoSecret(config.dataDir)),
    club: config.club,
    texts: createTexts(config.club),
    passkeys: createPasskeys(config.publicUrl, config.club.name[config.club.defaultLanguage]),
    ...mediaParts,
    mediaOrigin: config.mediaOrigin,
    publicUrl: config.publicUrl,
    async close() {
      mailer.close();
      await mediaParts.decoder.close();
      await mediaParts.media.close();
      await storage.close();
    },
  };
}

/** Uploads lie on this machine, whatever the store: they are decoded here. */
function openMedia(config: Config, log: Log) {
  const folder = join(config.dataDir, 'uploads');
  const media: MediaStore = config.mediaS3Url
    ? s3Store(parseS3Url(config.mediaS3Url))
    : diskStore(join(config.dataDir, 'media'));
  return {
    media,
    uploads: uploadFolder(folder),
    uploadProtocol: createUploadProtocol({ folder, path: paths.uploads }),
    decoder: createDecoder({
      folder: join(config.dataDir, 'decoding'),
      accent: config.club.colours.accent,
      ffmpeg: config.ffmpeg,
      log,
    }),
  };
}

/** A secret of this installation, made once, so that a demo's links and caps survive a restart. */
function demoSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // `wx`: of two processes that start together, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
