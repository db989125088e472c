/** How a disk comes up short. */
export type Shortage = 'one byte' | 'half' | 'nothing' | 'full';

/** The ways in which a disk comes up short. */
export declare const SHORTAGES: readonly Shortage[];

/** Whether all bytes arrive in the end when each write is repeated for what it left. */
export declare function isPatienceEnough(shortage: Shortage): boolean;

/**
 * Lets every open file of this process keep less than is written to it: "one byte" or "half" of each write, "nothing",
 * or, as a disk that gets "full", 600 bytes in all and then an error.
 *
 * @returns a function that ends it
 */
export declare function comeUpShort(shortage: Shortage): Promise<() => void>;

/**
 * A disk of its own of so many bytes, for as long as `work` takes.
 *
 * @returns whether there was one: only a system's root may mount one, and not everywhere
 */
export declare function withSmallDisk(
  bytes: number,
  work: (folder: string) => Promise<void> | void,
): Promise<boolean>;

/**
 * Mounts one file over another, for as long as `work` takes.
 *
 * @returns whether it could be mounted
 */
export declare function withFileMounted(
  source: string,
  target: string,
  work: () => Promise<void> | void,
): Promise<boolean>;
