import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { readSession, signSession } from '../../../cloudfunctions/platform/session';

const secret = 'a secret of thirty-two characters';
const now = Date.parse('2026-11-20T04:00:00Z');
const life = 30 * 24 * 3_600_000;
const good = signSession({ openid: 'o-fang' }, secret, now);

/** A payload of our own under a right signature. */
function sealed(payload: string): string {
  const text = Buffer.from(payload).toString('base64url');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('a session', () => {
  it('tells whose it is, up to and with the last of its 30 days', () => {
    expect(readSession(good, secret, now)).toEqual({ openid: 'o-fang' });
    expect(readSession(good, secret, now + life)).toEqual({ openid: 'o-fang' });
    expect(readSession(good, secret, now + life + 1)).toBeNull();
  });

  it('keeps any openid as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (openid) => {
        expect(readSession(signSession({ openid }, secret, now), secret, now)).toEqual({ openid });
      }),
    );
  });

  it('is none under another secret', () => {
    expect(readSession(good, `${secret}.`, now)).toBeNull();
    expect(readSession(good, '', now)).toBeNull();
  });

  it('is none when one character of it is another one, wherever', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.constantFrom('A', 'z', '-', '.', '='), (at, sign) => {
        const changed = `${good.slice(0, at)}${sign}${good.slice(at + 1)}`;
        fc.pre(changed !== good);
        expect(readSession(changed, secret, now)).toBeNull();
      }),
    );
  });

  it('is none when it is any other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readSession(text, secret, now)).toBeNull();
      }),
    );
  });

  it.each(['{}', 'null', '7', '"o-fang"', '[]', '{"openid":"o-fang"}', '{"until":9e15}'])(
    'is none when what is signed says %s',
    (payload) => {
      expect(readSession(sealed(payload), secret, now)).toBeNull();
    },
  );

  it('is none when what is signed has other forms', () => {
    const until = now + 1;
    for (const said of [{ openid: 7, until }, { openid: 'o', until: `${until}` }, { until }])
      expect(readSession(sealed(JSON.stringify(said)), secret, now)).toBeNull();
  });
});
