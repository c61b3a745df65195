/** The pictures of the demo, by the name of their file. */
import { carp, cloth, drawers, galette, market, pool, stage, studio, townHall } from './indoors.ts';
import { bear, garden, skyline, tramRide, watchtower } from './outdoors.ts';
import type { Drawing } from './ink.ts';

export const drawings: Record<string, () => Drawing> = {
  skyline,
  garden,
  tram: () => tramRide(),
  watchtower,
  bear,
  market,
  cloth,
  drawers,
  'town-hall': townHall,
  carp,
  studio,
  galette,
  pool,
  stage,
};
