import { Textarea, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import './AskForm.scss';

interface WordsSheetProps {
  open: boolean;
  title: string;
  /** What the words are for. */
  hint: string;
  placeholder: string;
  most: number;
  yes: string;
  busy: boolean;
  onClose: () => void;
  onSend: (words: string) => void;
}

/** Asks for words before a deed that needs them. */
export function WordsSheet(props: WordsSheetProps) {
  const { open, title, hint, placeholder, most, yes, busy, onClose, onSend } = props;
  const [words, setWords] = useState('');
  useEffect(() => {
    if (open) setWords('');
  }, [open]);
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      foot={
        <Button
          id="send-words"
          loading={busy}
          disabled={words.trim() === ''}
          onTap={() => onSend(words.trim())}
        >
          {yes}
        </Button>
      }
    >
      <View className="ask-form__hint">{hint}</View>
      <Textarea
        className="ask-form__words"
        value={words}
        maxlength={most}
        placeholder={placeholder}
        placeholderClass="ui-field-hint"
        aria-label={title}
        onInput={(event) => setWords(event.detail.value)}
      />
    </Sheet>
  );
}
