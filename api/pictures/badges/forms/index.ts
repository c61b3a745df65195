import type { BadgeForm } from '../../../contract/badge.ts';
import { compact } from './compact.ts';
import { line } from './line.ts';
import { seal } from './seal.ts';
import type { DrawForm } from './sheet.ts';

/** The three forms of one template. */
export const forms: Readonly<Record<BadgeForm, DrawForm>> = { line, compact, seal };
