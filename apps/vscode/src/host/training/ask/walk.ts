import * as vscode from 'vscode';

/** The result of a question when its Back button is pressed. */
export const BACK = Symbol('back');

/** Where a question stands among the others. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One question: gives the state with the answer, or BACK. */
export type Step<State> = (state: State, place: Place) => Promise<State | typeof BACK>;

/**
 * Asks one question after the other. A question that is asked again, after Back, shows its earlier answer.
 *
 * @param title of all questions
 * @param begin the state before the first answer
 * @param stepsOf the questions; an answer may change those that come after it
 * @throws vscode.CancellationError when a question is closed
 */
export async function walk<State>(
  title: string,
  begin: State,
  stepsOf: (state: State) => readonly Step<State>[],
): Promise<State> {
  let state = begin;
  for (let step = 0; ;) {
    const steps = stepsOf(state);
    if (step >= steps.length) return state;
    const answer = await steps[step](state, { title, step: step + 1, totalSteps: steps.length });
    if (answer === BACK) {
      step = Math.max(0, step - 1);
    } else {
      state = answer;
      step++;
    }
  }
}

/** A choice, with what it stands for; a separator stands for nothing. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** Options of `choose`. */
export interface ChooseOptions<T> {
  readonly placeholder: string;
  /** More about the question, behind a button; undefined when there is no more to say. */
  readonly explanation?: string | undefined;
  /** The choice that is marked at first. */
  readonly active?: ((value: T) => boolean) | undefined;
  /** Choices that come later, in place of the first ones; undefined to leave those. */
  readonly later?: Promise<readonly Choice<T>[] | undefined> | undefined;
}

/**
 * Asks for one of some choices.
 *
 * @throws vscode.CancellationError when it is closed
 */
export function choose<T>(
  place: Place,
  choices: readonly Choice<T>[],
  { placeholder, active, later, explanation }: ChooseOptions<T>,
): Promise<T | typeof BACK> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  Object.assign(pick, place);
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  const show = (items: readonly Choice<T>[]): void => {
    const marked = pick.activeItems.at(0)?.label;
    pick.items = items;
    const first = items.find(
      ({ label, value }) =>
        value !== undefined && (marked === undefined ? active?.(value) === true : label === marked),
    );
    if (first !== undefined) pick.activeItems = [first];
  };
  show(choices);
  if (later !== undefined) {
    pick.busy = true;
    void later
      .then((items) => items !== undefined && show(items))
      .catch(() => undefined)
      .finally(() => (pick.busy = false));
  }
  return answered(pick, place, () => pick.selectedItems.at(0)?.value, explanation);
}

/** A choice that is no separator. */
interface CertainChoice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Options of `chooseMany`. */
export interface ChooseManyOptions<T> {
  readonly placeholder: string;
  /** The choices that are ticked at first. Default: none. */
  readonly ticked?: (value: T) => boolean;
}

/**
 * Asks for any number of some choices, none among them.
 *
 * @throws vscode.CancellationError when it is closed
 */
export function chooseMany<T>(
  place: Place,
  choices: readonly CertainChoice<T>[],
  { placeholder, ticked }: ChooseManyOptions<T>,
): Promise<readonly T[] | typeof BACK> {
  const pick = vscode.window.createQuickPick<CertainChoice<T>>();
  Object.assign(pick, place);
  pick.canSelectMany = true;
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  pick.items = choices;
  pick.selectedItems = choices.filter(({ value }) => ticked?.(value) === true);
  return answered(pick, place, () => pick.selectedItems.map(({ value }) => value));
}

/** Options of `ask`. */
export interface AskOptions {
  readonly prompt: string;
  readonly value: string;
  /** More about the question, behind a button; undefined when there is no more to say. */
  readonly explanation?: string | undefined;
  /** What is wrong with an answer; undefined when nothing is. */
  readonly validate: (value: string) => string | undefined;
}

/**
 * Asks for a text.
 *
 * @throws vscode.CancellationError when it is closed
 */
export function ask(
  place: Place,
  { prompt, value, validate, explanation }: AskOptions,
): Promise<string | typeof BACK> {
  const box = vscode.window.createInputBox();
  Object.assign(box, place, { prompt, value });
  box.ignoreFocusOut = true;
  const check = (): boolean => {
    box.validationMessage = validate(box.value);
    return box.validationMessage === undefined;
  };
  box.onDidChangeValue(check);
  return answered(box, place, () => (check() ? box.value : undefined), explanation);
}

/** Shows a question and waits for its answer; one that is not yet an answer leaves it open. */
function answered<T>(
  input: vscode.QuickInput & {
    buttons: readonly vscode.QuickInputButton[];
    onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
    onDidAccept: vscode.Event<void>;
  },
  { step }: Place,
  answer: () => T | undefined,
  explanation?: string,
): Promise<T | typeof BACK> {
  const more = { iconPath: new vscode.ThemeIcon('info'), tooltip: vscode.l10n.t('What This Means') };
  input.buttons = [
    ...(step > 1 ? [vscode.QuickInputButtons.Back] : []),
    ...(explanation === undefined ? [] : [more]),
  ];
  return new Promise<T | typeof BACK>((resolve, reject) => {
    input.onDidTriggerButton((button) => {
      if (button === more) explain(explanation ?? '');
      else resolve(BACK);
    });
    input.onDidAccept(() => {
      const given = answer();
      if (given !== undefined) resolve(given);
    });
    input.onDidHide(() => reject(new vscode.CancellationError()));
    input.show();
  }).finally(() => input.dispose());
}

/** Shows a text whole: a message with a button is not cut to one line. */
function explain(text: string): void {
  void vscode.window.showInformationMessage(text, vscode.l10n.t('Got It'));
}
