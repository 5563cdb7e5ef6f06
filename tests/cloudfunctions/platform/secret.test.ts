import fc from 'fast-check';
import { fingerprint, seal, unseal } from '../../../cloudfunctions/platform/secret';

const key = Buffer.alloc(32, 1).toString('base64');
const other = Buffer.alloc(32, 2).toString('base64');

describe('what is sealed', () => {
  it('opens again as it was, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unseal(seal(text, key), key)).toBe(text);
      }),
    );
  });

  it('looks different each time and tells nothing', () => {
    const twice = [seal('13812345678', key), seal('13812345678', key)];
    expect(twice[0]).not.toBe(twice[1]);
    expect(twice.join()).not.toContain('13812345678');
  });

  it('does not open with another key', () => {
    expect(() => unseal(seal('text', key), other)).toThrow();
  });

  it('does not open when one bit of it was changed', () => {
    const sealed = seal('王芳 13812345678', key);
    const [version = '', nonce = '', text = ''] = sealed.split('.');
    const flip = (part: string, bit: number) => {
      const bytes = Buffer.from(part, 'base64url');
      const at = bit % (bytes.length * 8);
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
      return bytes.toString('base64url');
    };
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (bit, inNonce) => {
        const changed = inNonce ? [flip(nonce, bit), text] : [nonce, flip(text, bit)];
        expect(() => unseal([version, ...changed].join('.'), key)).toThrow();
      }),
    );
  });

  it.each([
    '',
    '.',
    'a1',
    'a1..',
    'a1.AAAA.',
    'b1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA',
    'text',
  ])('is never taken for what was not sealed: %p', (text) => {
    expect(() => unseal(text, key)).toThrow();
  });

  it('does not open with a tag cut short', () => {
    const [version, nonce, text = ''] = seal('', key).split('.');
    const short = Buffer.from(text, 'base64url').subarray(0, 4).toString('base64url');
    expect(() => unseal([version, nonce, short].join('.'), key)).toThrow();
  });

  it('cannot be made with a key of another length', () => {
    expect(() => seal('text', Buffer.alloc(16).toString('base64'))).toThrow();
  });
});

describe('a fingerprint', () => {
  it('is the same for the same text, another for another, and short', () => {
    expect(fingerprint('订单')).toBe(fingerprint('订单'));
    expect(fingerprint('订单')).not.toBe(fingerprint('订单 '));
    expect(fingerprint('x'.repeat(100_000))).toHaveLength(43);
  });
});
