import fc from 'fast-check';
import {
  authorName,
  stepOf,
  tallyView,
  type PictureState,
  type WordsVerdict,
} from '../../../../../cloudfunctions/domains/reviews/rules/review';

const words = fc.constantFrom<WordsVerdict>('pass', 'review', 'risky', 'later');
const pictures = fc.array(fc.constantFrom<PictureState>('waiting', 'passed', 'refused'), {
  maxLength: 9,
});

describe('the check of a review', () => {
  it('passes nothing that is risky, refused, doubtful or not checked', () => {
    fc.assert(
      fc.property(words, pictures, (verdict, states) => {
        const passes = verdict === 'pass' && states.every((state) => state === 'passed');
        expect(stepOf(verdict, states) === 'pass').toBe(passes);
        const refused = verdict === 'risky' || states.includes('refused');
        expect(stepOf(verdict, states) === 'refuse').toBe(refused);
      }),
    );
  });
});

describe('what reviews come to', () => {
  it('is an average in tenths and a share of good ones, or nothing', () => {
    expect(tallyView({ reviews: 3, ratingSum: 13, good: 2, bad: 1, pictured: 1 })).toEqual({
      ...{ reviews: 3, averageTenths: 43, goodBp: 6_666, pictured: 1, bad: 1 },
    });
    const none = { reviews: 0, ratingSum: 0, good: 0, bad: 0, pictured: 0 };
    expect(tallyView(none)).toMatchObject({ averageTenths: null, goodBp: null });
  });

  it('names who wrote, or hides her behind her first and last character', () => {
    expect(authorName('爱逛街的小林', false)).toBe('爱逛街的小林');
    expect(authorName('爱逛街的小林', true)).toBe('爱**林');
    expect(authorName('小林', true)).toBe('小**');
    expect(authorName('', true)).toBe('**');
  });
});
