import { type ComponentType, render } from 'preact';
import * as v from 'valibot';

import { Channel, type Contract, type Remote } from '../../protocol/channel.js';
import { pageFailures } from './failures.js';
import { PageError } from './page-error.js';
import { useTexts } from './text.js';

/** The texts of another language, by their English form. */
const texts = v.record(v.string(), v.string());

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** What a webview's first component gets. */
export interface PageProps<C extends Contract, Source, State> {
  /** What it shows. */
  readonly source: Source;
  /** The host's methods. */
  readonly host: Remote<C>;
  /** What was kept when the webview was last hidden or reloaded, if it was. */
  readonly saved: State | undefined;
  /** Keeps a state that JSON can hold; it is there again when the webview comes back. */
  readonly save: (state: State) => void;
}

/**
 * Starts a webview: connects it to the host and shows its first component.
 *
 * @param contract the host's methods
 * @param Page the component
 */
export function start<C extends Contract, Source, State>(
  contract: C,
  Page: ComponentType<PageProps<C, Source, State>>,
): void {
  const api = acquireVsCodeApi();
  const { dataset } = document.body;
  const source = JSON.parse(dataset.source ?? 'null') as Source;
  useTexts(v.parse(texts, JSON.parse(dataset.texts ?? '{}')));
  const savedState = api.getState() as { state?: State } | undefined;
  const channel = new Channel({
    port: {
      post: (message) => api.postMessage(message),
      listen(listener) {
        const receive = ({ data }: MessageEvent<unknown>): void => listener(data);
        window.addEventListener('message', receive);
        return () => window.removeEventListener('message', receive);
      },
    },
    calls: contract,
    serves: {},
    handlers: {},
  });
  api.setState({ ...savedState, source });
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root.');
  const save = (state: State): void => api.setState({ source, state });
  window.addEventListener('unhandledrejection', ({ reason }) => pageFailures.report(reason));
  render(
    <>
      <PageError />
      <Page source={source} host={channel.remote} saved={savedState?.state} save={save} />
    </>,
    root,
  );
}
