/** Asks one question at a time: while an answer is awaited, only the latest of the others is kept. */
export class LatestQuestion<Question, Answer> {
  readonly #ask: (question: Question) => Promise<Answer>;
  readonly #tell: (answer: Answer, question: Question) => void;
  readonly #fail: (error: unknown, question: Question) => void;
  #next: { readonly question: Question } | undefined;
  #isAsking = false;
  /** The number of times that answers were given up. */
  #round = 0;

  /**
   * @param ask gives the answer to a question
   * @param tell takes each answer, with its question
   * @param fail takes what `ask` rejects with, with the question
   */
  constructor(
    ask: (question: Question) => Promise<Answer>,
    tell: (answer: Answer, question: Question) => void,
    fail: (error: unknown, question: Question) => void,
  ) {
    this.#ask = ask;
    this.#tell = tell;
    this.#fail = fail;
  }

  /** Asks, as soon as the question before is answered. */
  ask(question: Question): void {
    this.#next = { question };
    if (!this.#isAsking) void this.#run();
  }

  /** Wants no answer to what was asked so far. */
  forget(): void {
    this.#next = undefined;
    this.#round++;
  }

  async #run(): Promise<void> {
    this.#isAsking = true;
    while (this.#next !== undefined) {
      const { question } = this.#next;
      const round = this.#round;
      this.#next = undefined;
      try {
        const answer = await this.#ask(question);
        if (round === this.#round) this.#tell(answer, question);
      } catch (error) {
        if (round === this.#round) this.#fail(error, question);
      }
    }
    this.#isAsking = false;
  }
}
