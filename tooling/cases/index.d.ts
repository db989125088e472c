/** The path of a case's file. */
export declare function casePath(name: string): string;

/** The bytes of a case's file. */
export declare function caseBytes(name: string): Uint8Array;

/** The value of a case that is written as JSON. */
export declare function caseJson<T>(name: string): T;
