/** What a story's picture for social networks shows, and who draws it. */

/** Facebook and others show 1200 × 630; Instagram shows 1080 × 1350. */
export const pictureShapes = ['og', 'portrait'] as const;
export type PictureShape = (typeof pictureShapes)[number];

export const pictureSizes: Record<PictureShape, { width: number; height: number }> = {
  og: { width: 1200, height: 630 },
  portrait: { width: 1080, height: 1350 },
};

export interface PictureContent {
  /** The whole story, verbatim: the drawer cuts. */
  text: string;
  /** BCP 47. */
  language: string;
  author: string;
  /** Circle and place. */
  about: string[];
  club: string;
  /** `#rrggbb`. */
  accent: string;
}

/** A JPEG of our own making, never what was uploaded. */
export interface PicturePhoto {
  jpeg: Uint8Array;
  width: number;
  height: number;
}

/** Draws, off the event loop, a few at a time, each picture once as long as it is remembered. */
export interface StoryPictures {
  /**
   * @param key changes with everything that is in the picture
   * @param photo read only when the picture has to be drawn
   * @returns a PNG
   * @throws {DomainError} busy, when too many wait
   */
  draw(
    key: string,
    shape: PictureShape,
    content: PictureContent,
    photo: () => Promise<PicturePhoto | undefined>,
  ): Promise<Uint8Array<ArrayBuffer>>;
}
