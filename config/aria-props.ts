const label = { 'aria-label': '' };

/** What the mini program's templates carry beyond Taro's own attributes; the runtime must know the same. */
export const ariaProps = {
  View: label,
  Image: label,
  Input: label,
  Textarea: label,
  Canvas: label,
};
