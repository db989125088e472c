import { describe, expect, test } from '@jest/globals';

import { proxyFor } from '../src/node/mnist/proxy-for.js';

const secure = 'https://data.example.org/mnist/';
const plain = 'http://data.example.org:8080/mnist/';

describe('the proxy of an address', () => {
  test.each([
    [{}, undefined, undefined],
    [{ HTTPS_PROXY: 'http://p:1' }, 'http://p:1', undefined],
    [{ HTTP_PROXY: 'http://p:1' }, undefined, 'http://p:1'],
    [{ https_proxy: 'http://small:1', HTTPS_PROXY: 'http://p:1' }, 'http://small:1', undefined],
    [{ https_proxy: '', HTTPS_PROXY: 'http://p:1' }, 'http://p:1', undefined],
    [{ all_proxy: 'http://p:1', http_proxy: 'http://q:1' }, 'http://p:1', 'http://q:1'],
    [{ HTTPS_PROXY: 'proxy.corp:3128' }, 'http://proxy.corp:3128', undefined],
  ])('%j', (environment, ofSecure, ofPlain) => {
    expect(proxyFor(secure, environment)).toBe(ofSecure);
    expect(proxyFor(plain, environment)).toBe(ofPlain);
  });

  test.each([
    ['*', true, true],
    ['example.org', true, true],
    ['.example.org', true, true],
    ['*.example.org', true, true],
    ['data.example.org', true, true],
    ['DATA.Example.ORG', true, true],
    ['localhost, example.org', true, true],
    ['localhost example.org', true, true],
    ['example.org:8080', false, true],
    ['example.org:443', true, false],
    ['ample.org', false, false],
    ['other.org', false, false],
    ['', false, false],
    [',,', false, false],
  ])('none for what NO_PROXY=%j lists', (list, secureIsListed, plainIsListed) => {
    for (const name of ['no_proxy', 'NO_PROXY']) {
      const environment = { all_proxy: 'http://p:1', [name]: list };
      expect(proxyFor(secure, environment)).toBe(secureIsListed ? undefined : 'http://p:1');
      expect(proxyFor(plain, environment)).toBe(plainIsListed ? undefined : 'http://p:1');
    }
  });

  test('of IPv6 addresses too', () => {
    const proxied = (list: string) =>
      proxyFor('http://[::1]:80/', { HTTP_PROXY: 'http://p:1', NO_PROXY: list });
    expect(proxied('[::1]')).toBeUndefined();
    expect(proxied('::1')).toBeUndefined();
    expect(proxied('[::1]:80')).toBeUndefined();
    expect(proxied('[::1]:81')).toBe('http://p:1');
  });
});
