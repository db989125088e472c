/** The path of a case's file. */
export declare function casePath(name: string): string;

/** The bytes of a case's file. */
export declare function caseBytes(name: string): Uint8Array;

/** The value of a case that is written as JSON. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the test knows the type
export declare function caseJson<T>(name: string): T;
