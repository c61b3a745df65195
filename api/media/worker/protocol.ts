/** What the program and a decoding process say to each other: one task in, one answer out, then the process ends. */
import type { ProblemCode } from '../../contract/codes.ts';
import type { MediaKind } from '../../contract/vocabulary.ts';

export interface Task {
  kind: MediaKind | 'logo';
  /** The uploaded file. */
  input: string;
  /** A folder of this task's own; the process stands in it and writes nowhere else. */
  output: string;
  /** What a picture is cut to: a poster has the shape of its film. A logo is fitted into it, whole. */
  shape: { width: number; height: number } | null;
  /** A frame of the film, where somebody could make one. */
  poster: string | null;
  /** `#rrggbb`: what a poster is drawn in when there is none. */
  accent: string;
}

/** A file that the process wrote into its folder. */
export interface MadeFile {
  role: 'image' | 'film';
  name: string;
  type: string;
  width: number;
  height: number;
}

export type Answer =
  | { made: { width: number; height: number; duration: number | null; placeholder: string; files: MadeFile[] } }
  | { problem: ProblemCode };

/** A refusal inside the process. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Refusal';
    this.code = code;
  }
}
