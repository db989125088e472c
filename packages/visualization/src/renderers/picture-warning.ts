/** Something that a picture shows otherwise than it was asked to. The picture is there all the same. */
export interface PictureWarning {
  /**
   * 'missing-characters': the font of PNG pictures lacks some characters, which are drawn as boxes with their numbers.
   * 'smaller': a PNG is drawn with fewer pixels than usual, as it would be too large.
   */
  readonly code: 'missing-characters' | 'smaller';
  /** What is so, and what to do about it, in a sentence or two. */
  readonly message: string;
}

/** A listener for warnings. */
export type WarningListener = (warning: PictureWarning) => void;

/** As many characters are named; of more the first ones. */
const MOST_NAMED = 10;

/** The warning of characters that the font lacks. */
export function missingCharacters(characters: ReadonlySet<string>): PictureWarning {
  const all = [...characters];
  const named = all.slice(0, MOST_NAMED).join(' ');
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  const message =
    `the font of PNG pictures has no ${named}${more}: drawn as boxes with their numbers in Unicode; ` +
    'as .svg or .html the picture shows them in the fonts of whoever looks at it';
  return { code: 'missing-characters', message };
}

/** The warning of a PNG that has fewer pixels than usual. */
export function smallerThanUsual(
  width: number,
  height: number,
  usual: number,
  scale: number,
): PictureWarning {
  const message =
    `the picture is large: drawn as ${width} × ${height} pixels, at ${Number(scale.toPrecision(2))} and not ${usual} ` +
    'for each of its units; as .svg or .html it is sharp at any size';
  return { code: 'smaller', message };
}
