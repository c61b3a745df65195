/** What the program and a decoding process say to each other: one task in, one answer out, then the process ends. */
import type { ProblemCode } from '../../contract/codes.ts';
import type { MediaKind } from '../../contract/vocabulary.ts';

export interface Task {
  kind: MediaKind;
  /** The uploaded file. */
  input: string;
  /** A folder of this task's own; the process stands in it and writes nowhere else. */
  output: string;
  /** A picture that the browser made of a film's first frame, if it sent one. */
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
  | {
      made: { width: number; height: number; duration: number | null; placeholder: string; files: MadeFile[] };
      /** Whether the film's pictures were drawn here, for want of a frame. */
      drawn: boolean;
    }
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
