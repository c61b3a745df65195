import type { BadgeForm, BadgeScheme } from '../../contract/badge.ts';

/** What the name of a picture asks for. */
export interface PictureName {
  id: string;
  type: 'svg' | 'png';
  form: BadgeForm;
  scheme: BadgeScheme;
  scale: 1 | 2;
}

const grammar =
  /^(?<id>[1-9A-HJ-NP-Za-km-z]{22})(?:-(?<form>seal|compact))?(?:-(?<scheme>dark|auto))?(?<twice>@2x)?\.(?<type>svg|png)$/;

/** Is this the name of a picture at all, whatever picture? */
export const isPictureName = (file: string): boolean => file.endsWith('.svg') || file.endsWith('.png');

/** Reads `<id>[-form][-scheme][@2x].svg|png`, as `badgePicture` writes it: each picture has one name. */
export function readPictureName(file: string): PictureName | undefined {
  const parts = grammar.exec(file)?.groups;
  if (!parts) return undefined;
  return {
    id: parts['id']!,
    type: parts['type'] as PictureName['type'],
    form: (parts['form'] ?? 'line') as BadgeForm,
    scheme: (parts['scheme'] ?? 'light') as BadgeScheme,
    scale: parts['twice'] ? 2 : 1,
  };
}
