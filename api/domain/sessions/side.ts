import type { Staff } from './ports.ts';

/** The two doors that people without a membership come in by: the club's console, and a partner's own pages. */
export type StaffSide = 'club' | 'partner';

/** Which door is somebody's. Neither opens for the other. */
export function sideOf({ role }: Pick<Staff, 'role'>): StaffSide {
  return role === 'partner' ? 'partner' : 'club';
}
