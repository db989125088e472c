/** The bundle of all texts of the sources: each stands for itself. */
export function collectTexts(): Promise<Record<string, string>>;

/** The texts of one source. */
export function textsIn(file: string, content: string): string[];
