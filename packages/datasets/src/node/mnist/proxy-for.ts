type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address, as curl reads it: `https_proxy` or `http_proxy` by the address's
 * scheme, else `all_proxy`, each in small or capital letters; none when `no_proxy` lists the host, a domain that it is in,
 * either of them with a port, or `*`. (The library proxy-from-env does not count what is in a listed domain.)
 *
 * @param address what is asked for
 * @param environment the variables
 * @returns the proxy's address, or undefined for none
 */
export function proxyFor(address: string, environment: Environment): string | undefined {
  const url = new URL(address);
  if (isExcepted(url, variable(environment, 'no_proxy') ?? '')) return undefined;
  const named =
    variable(environment, `${url.protocol.slice(0, -1)}_proxy`) ?? variable(environment, 'all_proxy');
  return named === undefined || named.includes('://') ? named : `http://${named}`;
}

function variable(environment: Environment, name: string): string | undefined {
  return [environment[name], environment[name.toUpperCase()]].find(
    (value) => value !== undefined && value !== '',
  );
}

function isExcepted({ hostname, port, protocol }: URL, exceptions: string): boolean {
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some((exception) => {
      if (exception === '*') return true;
      // A host, in brackets when it is an IPv6 address, and perhaps a port.
      const match = /^(?:\*?\.)?(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(exception);
      if (match === null) return exception !== '' && hostname === `[${exception}]`;
      const [, host, onlyPort] = match as unknown as [string, string, string | undefined];
      return (hostname === host || hostname.endsWith(`.${host}`)) && (onlyPort ?? ownPort) === ownPort;
    });
}
