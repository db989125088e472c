// Messages on their way between Node and the page, as text. Typed arrays and buffers are written as base64. Both functions
// are also run inside the page, so each stands alone.

/** A message as text. */
export function toWire(message) {
  const base64 = (bytes) => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return globalThis.btoa(text);
  };
  return JSON.stringify(message, (_key, value) => {
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { $typed: Object.prototype.toString.call(value).slice(8, -1), base64: base64(bytes) };
    }
    if (value instanceof ArrayBuffer) return { $typed: 'ArrayBuffer', base64: base64(new Uint8Array(value)) };
    return value;
  });
}

/** The message that a text stands for. */
export function fromWire(text) {
  return JSON.parse(text, (_key, value) => {
    if (value === null || typeof value !== 'object' || !('$typed' in value)) return value;
    const binary = globalThis.atob(value.base64);
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return value.$typed === 'ArrayBuffer' ? bytes.buffer : new globalThis[value.$typed](bytes.buffer);
  });
}
