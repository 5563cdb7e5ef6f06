import { failureKind } from '../../../../src/features/poster/savePicture';

describe('a picture that could not be saved', () => {
  it('needs leave when the album refused, however WeChat words it', () => {
    const said = [
      'saveImageToPhotosAlbum:fail auth deny',
      'saveImageToPhotosAlbum:fail:auth denied',
      'saveImageToPhotosAlbum:fail authorize no response',
    ];
    expect(said.map(failureKind)).toEqual(['denied', 'denied', 'denied']);
  });

  it('is no failure when the person changed her mind', () => {
    expect(failureKind('saveImageToPhotosAlbum:fail cancel')).toBe('stopped');
  });

  it('failed otherwise', () => {
    expect(failureKind('saveImageToPhotosAlbum:fail file not exists')).toBe('failed');
    expect(failureKind('')).toBe('failed');
  });
});
