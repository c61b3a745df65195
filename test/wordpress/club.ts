import { parseConfig } from '../../api/config.ts';
import { buildIfStale } from '../../demo/build.ts';
import { partnerPorts, startClub } from '../../demo/club.ts';
import { freePorts } from '../support/demo.ts';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { tempDir } from '../support/temp.ts';

/** The club of the demo, whose partner, the city, has the origin that a WordPress will be at. */
export interface Club {
  url: string;
  partner: string;
  /** The port that the city's site is expected at. */
  port: number;
  smtp: TestSmtp;
  close(): Promise<void>;
}

export async function openClub(): Promise<Club> {
  await buildIfStale();
  const dir = tempDir();
  const smtp = await startSmtp();
  const config = parseConfig({
    MODE: 'demo',
    PORT: String(await freePorts(4)),
    DATA_DIR: dir.path,
    SMTP_URL: smtp.url,
    LOG_LEVEL: 'silent',
  });
  const server = await startClub(config);
  return {
    url: config.publicUrl,
    partner: 'ville-de-mulhouse',
    port: partnerPorts(config)[0]!,
    smtp,
    async close() {
      await server.stop();
      await smtp.close();
      dir.remove();
    },
  };
}
