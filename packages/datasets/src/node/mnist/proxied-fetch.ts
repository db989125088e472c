import type { ProxyAgent } from 'undici';

import { Failure } from './failure.js';
import { proxyFor } from './proxy-for.js';
import { describeNetworkError } from './watch.js';

/** What is asked for. */
export interface ProxiedRequest {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
}

/** What of a `Response` a download reads. */
export type ServerResponse = Pick<Response, 'status' | 'headers' | 'body'>;

const agents = new Map<string, ProxyAgent>();

/**
 * `fetch` through the proxy that the environment names for the address. Node's own asks none before its version 24, and then
 * only when it is told to. Without a proxy nothing is loaded.
 *
 * @throws Failure when the proxy cannot be used or the network behind it fails; without one, whatever `fetch` throws
 */
export async function proxiedFetch(url: string, request: ProxiedRequest): Promise<ServerResponse> {
  const proxy = proxyFor(url, process.env);
  if (proxy === undefined) return fetch(url, request);
  const shown = checkProxy(proxy);
  const undici = await import('undici');
  // Addresses of http: are asked for at the proxy itself: many refuse tunnels to ports other than 443.
  const dispatcher = agents.get(proxy) ?? new undici.ProxyAgent({ uri: proxy, proxyTunnel: false });
  agents.set(proxy, dispatcher);
  try {
    // The fetch of the same library: that of another version may call its dispatcher in another way.
    return await undici.fetch(url, { ...request, dispatcher });
  } catch (cause) {
    throw new Failure(`${describeNetworkError(cause)}, through the proxy ${shown}`, false, { cause });
  }
}

/** The proxy's address without the password that may be in it. */
function checkProxy(proxy: string): string {
  const url = URL.canParse(proxy) ? new URL(proxy) : undefined;
  if (url !== undefined && ['http:', 'https:'].includes(url.protocol)) return url.origin;
  const kind = url === undefined ? '' : ` of the kind ${url.protocol}//`;
  throw new Failure(
    `the proxy that the environment names${kind} cannot be used; it must be http:// or https://`,
    true,
  );
}
